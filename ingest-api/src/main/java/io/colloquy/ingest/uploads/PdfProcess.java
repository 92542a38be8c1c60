package io.colloquy.ingest.uploads;

import io.colloquy.ingest.uploads.extraction.ExtractPdf;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.logging.LogFactory;
import org.apache.fontbox.FontBoxFont;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * How the process that reads a PDF is started: with the Java that runs this one, the five libraries it needs wherever they
 * lie now (jars of an image, of a Maven repository, or compiled classes), little memory, and an empty environment.
 */
final class PdfProcess {
    private static final List<Class<?>> NEEDED =
            List.of(ExtractPdf.class, PDDocument.class, RandomAccessRead.class, FontBoxFont.class, LogFactory.class);
    private static final List<String> OPTIONS = List.of(
            "-Xmx192m",
            "-Xss512k",
            "-XX:MaxMetaspaceSize=64m",
            "-XX:MaxDirectMemorySize=8m",
            "-XX:ReservedCodeCacheSize=32m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:ActiveProcessorCount=1",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:-UsePerfData",
            "-XX:-CreateCoredumpOnCrash",
            "-XX:+SuppressFatalErrorMessage",
            "-Xshare:auto",
            "-Djava.awt.headless=true",
            "-Dorg.apache.commons.logging.Log=org.apache.commons.logging.impl.NoOpLog");

    private PdfProcess() {}

    /** Starts it; it ends by itself after this time at the latest. */
    static Process start(Duration time) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command(time)).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        return builder.start();
    }

    private static List<String> command(Duration time) {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return Stream.of(
                        Stream.of(java.toString()),
                        OPTIONS.stream(),
                        Stream.of("-cp", classPath(), ExtractPdf.class.getName(), Long.toString(time.toMillis())))
                .flatMap(part -> part)
                .toList();
    }

    private static String classPath() {
        return NEEDED.stream()
                .map(PdfProcess::home)
                .distinct()
                .collect(Collectors.joining(System.getProperty("path.separator")));
    }

    private static String home(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("Expected %s to lie in a file, but it does not".formatted(type), e);
        }
    }
}
