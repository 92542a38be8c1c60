package io.colloquy.frames.vision;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Pictures that want to do harm: each is read or answered with its reason, and the process keeps its size. */
class HostilePicturesTest {
    private static final Instant AT = Instant.parse("2026-03-01T10:00:00Z");
    private static final String READ = "READ";
    private static final long MOST_RISE_MEBIBYTES = 256;
    private static final FrameAnalyser ANALYSER = new FrameAnalyser();

    private record Hostile(byte[] bytes, String outcome) {}

    @AfterAll
    static void close() {
        ANALYSER.close();
    }

    @Test
    void shouldAnswerEachWithItsReason() {
        // given
        Map<String, Hostile> pictures = pictures();
        PictureReader single = ANALYSER.pictures(ImageLimits.DEFAULT);

        // when, then
        pictures.forEach((name, picture) -> {
            assertThat(outcome(picture.bytes())).as(name).isEqualTo(picture.outcome());
            assertThat(outcome(single.read(picture.bytes(), false))).as(name).isEqualTo(picture.outcome());
        });
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void shouldKeepItsSizeWhateverComes() {
        // given
        List<Hostile> pictures = List.copyOf(pictures().values());
        pictures.forEach(picture -> outcome(picture.bytes()));
        long before = ProcessMemory.resident();
        ProcessMemory.resetPeak();

        // when
        for (int round = 0; round < 5; round++) {
            pictures.forEach(picture -> outcome(picture.bytes()));
        }

        // then
        assertThat(ProcessMemory.peak() - before).as("MiB").isLessThan(MOST_RISE_MEBIBYTES);
    }

    /** A million where {@code colloquy.hostile.count} says so. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void shouldKeepItsSizeOverManySmallOnes() {
        // given
        int count = Integer.getInteger("colloquy.hostile.count", 20_000);
        List<byte[]> small = List.of(
                HostilePictures.jpeg(1, 1),
                HostilePictures.jpeg(32, 32),
                HostilePictures.grey(31, 33),
                HostilePictures.noise(33, 32, true),
                HostilePictures.png());
        for (int i = 0; i < 2_000; i++) {
            outcome(small.get(i % small.size()));
        }
        long before = ProcessMemory.resident();
        ProcessMemory.resetPeak();

        // when
        int read = 0;
        for (int i = 0; i < count; i++) {
            read += outcome(small.get(i % small.size())).equals(READ) ? 1 : 0;
        }

        // then
        long rise = ProcessMemory.peak() - before;
        System.out.printf("%d small pictures, %d read, peak of memory %+d MiB%n", count, read, rise);
        assertThat(read).isEqualTo(count / small.size() * 2);
        assertThat(rise).as("MiB").isLessThan(MOST_RISE_MEBIBYTES);
    }

    @Test
    void shouldSayWhatCameInsteadOfAJpeg() {
        assertThat(message(HostilePictures.png())).endsWith("are a PNG");
        assertThat(message(HostilePictures.gif())).endsWith("are a GIF");
        assertThat(message(text("RIFF\0\0\0\0WEBPVP8 "))).endsWith("are a WebP");
        assertThat(message(text("\0\0\0\u0018ftypheic"))).contains("a HEIC");
        assertThat(message(text("\0\0\0\u0018ftypavif"))).endsWith("are an AVIF");
        assertThat(message(text("BM0000"))).endsWith("are a BMP");
        assertThat(message(text("<svg xmlns=\"\"/>"))).endsWith("are an SVG");
        assertThat(message(new byte[0])).endsWith("are none at all");
        assertThat(message(text("hello"))).endsWith("are something else");
    }

    private static Map<String, Hostile> pictures() {
        byte[] random = new byte[4_000];
        new Random(1).nextBytes(random);
        byte[] face = DrawnFace.jpeg(0);
        Map<String, Hostile> pictures = new LinkedHashMap<>();
        pictures.put("truncated", new Hostile(HostilePictures.truncated(), "TRUNCATED"));
        pictures.put("print colours", new Hostile(HostilePictures.fourComponents(), READ));
        pictures.put("progressive", new Hostile(HostilePictures.progressive(), READ));
        pictures.put("progressive, 4K", new Hostile(HostilePictures.progressive(4096, 2160, 3), READ));
        pictures.put(
                "progressive in print colours, 4K",
                new Hostile(HostilePictures.progressive(4096, 2160, 4), "TOO_MANY_PIXELS"));
        pictures.put("32 passes and more", new Hostile(HostilePictures.manyPasses(500), "UNSUPPORTED_JPEG"));
        pictures.put("12 bits", new Hostile(HostilePictures.ofBits(12), "UNSUPPORTED_JPEG"));
        pictures.put("16 bits", new Hostile(HostilePictures.ofBits(16), "UNSUPPORTED_JPEG"));
        pictures.put("16 bits as PNG", new Hostile(HostilePictures.deepPng(), "NOT_A_JPEG"));
        pictures.put("1 × 1", new Hostile(HostilePictures.jpeg(1, 1), "TOO_SMALL"));
        pictures.put(
                "30,000 × 30,000 in 1 KB",
                new Hostile(HostilePictures.claiming(HostilePictures.jpeg(64, 64), 30_000, 30_000), "TOO_MANY_PIXELS"));
        pictures.put("65,535 × 40", new Hostile(HostilePictures.claiming(face, 65_535, 40), "TOO_MANY_PIXELS"));
        pictures.put(
                "4096 × 2160 of 640 × 480's data", new Hostile(HostilePictures.claiming(face, 4_096, 2_160), READ));
        pictures.put("no height", new Hostile(HostilePictures.claiming(face, 640, 0), "UNSUPPORTED_JPEG"));
        pictures.put("PNG named as JPEG", new Hostile(HostilePictures.png(), "NOT_A_JPEG"));
        pictures.put("GIF named as JPEG", new Hostile(HostilePictures.gif(), "NOT_A_JPEG"));
        pictures.put("WebP named as JPEG", new Hostile(text("RIFF\0\0\0\0WEBPVP8 "), "NOT_A_JPEG"));
        pictures.put("HEIC named as JPEG", new Hostile(text("\0\0\0\u0018ftypheic"), "NOT_A_JPEG"));
        pictures.put("random bytes", new Hostile(random, "NOT_A_JPEG"));
        pictures.put("nothing", new Hostile(new byte[0], "NOT_A_JPEG"));
        pictures.put("2 MiB", new Hostile(new byte[2 << 20], "TOO_MANY_BYTES"));
        return pictures;
    }

    private static String outcome(byte[] bytes) {
        return switch (ANALYSER.analyse(bytes, AT, Track.NEW, false)) {
            case FrameAnalysis.Read read -> READ;
            case FrameAnalysis.Unread unread -> unread.reason().name();
        };
    }

    private static String outcome(PictureAnalysis analysis) {
        return switch (analysis) {
            case PictureAnalysis.Read read -> READ;
            case PictureAnalysis.Unread unread -> unread.reason().name();
        };
    }

    private static String message(byte[] bytes) {
        return ((FrameAnalysis.Unread) ANALYSER.analyse(bytes, AT, Track.NEW, false)).message();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
