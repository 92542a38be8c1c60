package io.colloquy.frames.vision;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Mutated JPEGs through the decoder: each is answered with a picture or a declared reason, and memory stays flat. Input
 * {@code n} is made from seed and n alone, and {@code target/fuzz-input} holds the last n should the process die.
 */
final class DecoderFuzz {
    private static final Instant AT = Instant.parse("2026-03-01T10:00:00Z");
    private static final Path LAST = Path.of("target/fuzz-input");
    private static final String READ = "READ";
    private static final int WARM_UP = 300;
    private static final int LOOK_EVERY = 25;
    private static final long MOST_RISE_MEBIBYTES = 256;

    private final long seed;
    private final Duration time;
    private final Map<String, Integer> outcomes = new TreeMap<>();

    private DecoderFuzz(long seed, Duration time) {
        this.seed = seed;
        this.time = time;
    }

    /** Arguments: seed, seconds. Exits with 0 when all inputs were answered and memory stayed flat. */
    public static void main(String[] arguments) throws IOException {
        new DecoderFuzz(Long.parseLong(arguments[0]), Duration.ofSeconds(Long.parseLong(arguments[1]))).run();
    }

    private void run() throws IOException {
        JpegMutations mutations = new JpegMutations(seeds());
        try (FrameAnalyser analyser = new FrameAnalyser();
                FileChannel last = open()) {
            long inputs = 0;
            while (inputs < WARM_UP) {
                tried(mutations, ++inputs, analyser, last);
            }
            long before = ProcessMemory.resident();
            ProcessMemory.resetPeak();
            long end = System.nanoTime() + time.toNanos();
            while (System.nanoTime() < end) {
                tried(mutations, ++inputs, analyser, last);
            }
            long rise = ProcessMemory.peak() - before;
            System.out.printf("%d inputs, %s, peak of memory %+d MiB%n", inputs, outcomes, rise);
            if (rise >= MOST_RISE_MEBIBYTES) {
                throw new IllegalStateException("Expected memory to stay flat, but it rose by %d MiB".formatted(rise));
            }
        }
    }

    private void tried(JpegMutations mutations, long input, FrameAnalyser analyser, FileChannel last)
            throws IOException {
        byte[] bytes = mutations.next(new Random(seed * 1_000_003 + input));
        last.write(ByteBuffer.allocate(Long.BYTES).putLong(0, input), 0);
        try {
            String outcome = input % LOOK_EVERY == 0 ? looked(analyser, bytes) : decoded(bytes);
            outcomes.merge(outcome, 1, Integer::sum);
        } catch (RuntimeException e) {
            throw new IllegalStateException(
                    "Expected a picture or a reason, but input %d of seed %d failed".formatted(input, seed), e);
        }
    }

    private static String decoded(byte[] bytes) {
        try (Mats mats = new Mats()) {
            return JpegDecoder.grey(bytes, ImageLimits.DEFAULT, mats).empty() ? "EMPTY" : READ;
        } catch (UnreadableImageException unreadable) {
            return unreadable.reason().name();
        }
    }

    private static String looked(FrameAnalyser analyser, byte[] bytes) {
        return switch (analyser.analyse(bytes, AT, Track.NEW, false)) {
            case FrameAnalysis.Read read -> READ;
            case FrameAnalysis.Unread unread -> unread.reason().name();
        };
    }

    private static FileChannel open() throws IOException {
        Files.createDirectories(LAST.getParent());
        return FileChannel.open(LAST, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private static List<byte[]> seeds() {
        List<byte[]> seeds = new ArrayList<>(List.of(
                HostilePictures.jpeg(64, 48),
                HostilePictures.jpeg(160, 120),
                HostilePictures.noise(96, 96, false),
                HostilePictures.noise(200, 120, true),
                HostilePictures.grey(120, 90),
                HostilePictures.fourComponents(),
                HostilePictures.progressive(),
                DrawnFace.jpeg(0)));
        seeds.addAll(realOnes());
        return seeds;
    }

    /** Where the data folder is: pictures that cameras made. */
    private static List<byte[]> realOnes() {
        List<byte[]> real = new ArrayList<>();
        try {
            for (Path picture : RealPictures.jpegs("frames").stream().limit(6).toList()) {
                real.add(Files.readAllBytes(picture));
            }
        } catch (IOException | org.opentest4j.TestAbortedException e) {
            System.out.println("no real pictures at hand, drawn ones alone");
        }
        return real;
    }
}
