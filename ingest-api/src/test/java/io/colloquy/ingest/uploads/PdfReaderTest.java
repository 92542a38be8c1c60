package io.colloquy.ingest.uploads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.colloquy.ingest.uploads.extraction.Extraction;
import io.colloquy.ingest.uploads.extraction.Extraction.Outcome;
import io.colloquy.platform.metrics.Metrics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** In processes of their own, as the service does it. */
class PdfReaderTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** Heap, class data, code, stacks, and Java itself. */
    private static final long MOST_RESIDENT_KIB = 320 << 10;

    private static final Map<Bomb, byte[]> PDFS = new EnumMap<>(Bomb.class);

    @Test
    void shouldReadWhatIsWrittenOnThePages() throws Exception {
        // given
        byte[] pdf = Documents.of("Ada Lovelace", "Wrote programs for the ana-", "lytical engine.");

        // when
        Extraction extraction = read(pdf);

        // then
        assertThat(extraction.outcome()).isEqualTo(Outcome.TEXT);
        assertThat(extraction.pages()).isEqualTo(1);
        assertThat(ReadableText.ofPages(extraction.text(), 1_000).text())
                .isEqualTo("Ada Lovelace\nWrote programs for the analytical engine.");
    }

    @Test
    void shouldReadFiftyPagesAndSayThatThereAreMore() throws Exception {
        // when
        Extraction extraction = read(Documents.pages(60));

        // then
        assertThat(extraction.pages()).isEqualTo(60);
        assertThat(extraction.cut()).isTrue();
        assertThat(extraction.text()).contains("Page 50.").doesNotContain("Page 51.");
    }

    @Test
    void shouldSayWhyThereIsNoText() throws Exception {
        // given
        byte[] whole = Documents.of("words");

        // when
        Map<String, Outcome> outcomes = Map.of(
                "locked", read(Documents.locked("secret")).outcome(),
                "opens without a password", read(Documents.locked("")).outcome(),
                "picture of text", read(Documents.scan()).outcome(),
                "no pages", read(Documents.pages(0)).outcome(),
                "cut off", read(java.util.Arrays.copyOf(whole, 40)).outcome(),
                "only its first line",
                        read("%PDF-1.7\n".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                                .outcome());

        // then
        assertThat(outcomes)
                .isEqualTo(Map.of(
                        "locked", Outcome.ENCRYPTED,
                        "opens without a password", Outcome.TEXT,
                        "picture of text", Outcome.WITHOUT_TEXT,
                        "no pages", Outcome.WITHOUT_TEXT,
                        "cut off", Outcome.DAMAGED,
                        "only its first line", Outcome.DAMAGED));
    }

    @BeforeAll
    static void make() {
        for (Bomb bomb : Bomb.values()) {
            PDFS.put(bomb, bomb.pdf());
        }
    }

    /** A few at once: most of the time one of them waits for its limit. */
    @ParameterizedTest
    @EnumSource(Bomb.class)
    @Execution(ExecutionMode.CONCURRENT)
    void shouldOutliveABomb(Bomb bomb) throws Exception {
        // given
        byte[] pdf = PDFS.get(bomb);
        assertThat(pdf).hasSizeLessThan(UploadBody.MOST_BYTES);
        long before = resident(ProcessHandle.current());
        try (PdfReader reader = new PdfReader(1, new Metrics())) {
            long started = System.nanoTime();

            // when
            CompletableFuture<Optional<Extraction>> reading =
                    CompletableFuture.supplyAsync(() -> reader.read(pdf), Thread::startVirtualThread);
            await().pollInterval(Duration.ofMillis(5))
                    .until(() -> reading.isDone() || !reader.running().isEmpty());
            Optional<ProcessHandle> child =
                    reader.running().stream().map(Process::toHandle).findFirst();
            long peak = 0;
            while (!reading.isDone()) {
                peak = Math.max(peak, child.map(PdfReaderTest::peakQuietly).orElse(0L));
                Thread.sleep(20);
            }
            Extraction extraction = reading.join().orElseThrow();

            // then
            System.err.printf(
                    "bomb %-18s %5d KB %-14s %5d ms %4d MiB%n",
                    bomb,
                    pdf.length / 1_000,
                    extraction.outcome(),
                    (System.nanoTime() - started) / 1_000_000,
                    peak >> 10);
            assertThat(extraction.text().length()).isLessThanOrEqualTo(Extraction.MOST_CHARACTERS);
            assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(PATIENCE);
            assertThat(child.map(ProcessHandle::isAlive)).isNotEqualTo(Optional.of(true));
            assertThat(reader.running()).isEmpty();
            assertThat(peak).isLessThan(MOST_RESIDENT_KIB);
            assertThat(resident(ProcessHandle.current()) - before).isLessThan(200 << 10);
            assertThat(reader.read(Documents.of("the next one")).orElseThrow().text())
                    .contains("the next one");
        }
    }

    @Test
    void shouldRefuseMoreThanItsPlaces() throws Exception {
        // given
        byte[] slow = Bomb.FORMS_IN_FORMS.pdf();
        PdfReader reader = new PdfReader(1, new Metrics());
        CompletableFuture<Optional<Extraction>> first =
                CompletableFuture.supplyAsync(() -> reader.read(slow), Thread::startVirtualThread);
        await().until(() -> reader.running().size() == 1);

        // when
        Optional<Extraction> second = reader.read(Documents.of("words"));
        int running = reader.running().size();
        reader.close();

        // then
        assertThat(second).isEmpty();
        assertThat(running).isEqualTo(1);
        assertThat(first.join().orElseThrow().outcome()).isEqualTo(Outcome.TOO_DEMANDING);
        assertThat(reader.running()).isEmpty();
    }

    @Test
    void shouldEndByItselfWhenNobodyWaits() throws Exception {
        // given
        Process process = PdfProcess.start(Duration.ofMillis(1_500));
        try (var in = process.getOutputStream()) {
            in.write(Bomb.FORMS_IN_FORMS.pdf());
        }

        // when
        boolean ended = process.waitFor(PATIENCE.toSeconds(), java.util.concurrent.TimeUnit.SECONDS);

        // then
        assertThat(ended).isTrue();
        assertThat(process.exitValue()).isEqualTo(124);
    }

    @Test
    void shouldPassNothingOfItsEnvironmentOn() throws Exception {
        // when
        Process process = PdfProcess.start(Duration.ofSeconds(30));
        byte[] environment = Files.exists(Path.of("/proc/self/environ"))
                ? Files.readAllBytes(Path.of("/proc", Long.toString(process.pid()), "environ"))
                : new byte[0];
        process.destroyForcibly().waitFor();

        // then
        assertThat(System.getenv()).isNotEmpty();
        assertThat(new String(environment, java.nio.charset.StandardCharsets.UTF_8).split("\0"))
                .allSatisfy(
                        variable -> assertThat(variable).matches("(|(LD_LIBRARY_PATH|_JAVA_VERSION_SET|NLSPATH)=.*)"));
    }

    private static Extraction read(byte[] pdf) {
        try (PdfReader reader = new PdfReader(1, new Metrics())) {
            return reader.read(pdf).orElseThrow();
        }
    }

    private static long peakQuietly(ProcessHandle process) {
        try {
            return status(process, "VmHWM:");
        } catch (IOException e) {
            return 0;
        }
    }

    private static long resident(ProcessHandle process) throws IOException {
        return status(process, "VmRSS:");
    }

    /** KiB; nothing where there is no Linux. */
    private static long status(ProcessHandle process, String name) throws IOException {
        Path file = Path.of("/proc", Long.toString(process.pid()), "status");
        if (!Files.exists(file)) {
            return 0;
        }
        return Files.readAllLines(file).stream()
                .filter(line -> line.startsWith(name))
                .map(line -> line.chars()
                        .filter(Character::isDigit)
                        .mapToObj(Character::toString)
                        .collect(Collectors.joining()))
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElse(0);
    }
}
