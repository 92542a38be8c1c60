package io.colloquy.reports.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The pages of the two services: one look, and nothing that a strict content policy would have to allow. */
class BoardFilesTest {
    private static final Path BOARD = Path.of("src/main/resources/board");
    private static final Path ROOM = Path.of("../ingest-api/src/main/resources/room");
    private static final Path SHARED = Path.of("../platform/src/main/web/shared");
    private static final Pattern INLINE =
            Pattern.compile("<style|\\sstyle=|\\son[a-z]+=|<script(?![^>]*\\ssrc=)|(src|href)=\"(https?:)?//");
    private static final Pattern MARKUP_FROM_TEXT =
            Pattern.compile("innerHTML|outerHTML|insertAdjacentHTML|document\\.write|\\beval\\(|new Function");

    @Test
    void shouldBringWhatThePagesShare() {
        assertThat(contents(SHARED)).isNotEmpty();
        assertThat(contents(Path.of("target/classes/board/shared"))).isEqualTo(contents(SHARED));
    }

    @Test
    void shouldNeedNoInlineScriptOrStyle() {
        assertThat(offenders(".html", INLINE)).isEmpty();
    }

    @Test
    void shouldNeverMakeMarkupFromText() {
        assertThat(offenders(".js", MARKUP_FROM_TEXT)).isEmpty();
    }

    private static List<String> offenders(String ending, Pattern pattern) {
        return Stream.of(BOARD, ROOM, SHARED)
                .flatMap(folder -> contents(folder).entrySet().stream())
                .filter(file -> file.getKey().endsWith(ending))
                .filter(file -> pattern.matcher(file.getValue()).find())
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Map<String, String> contents(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .collect(Collectors.toMap(file -> folder.relativize(file).toString(), BoardFilesTest::read));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
