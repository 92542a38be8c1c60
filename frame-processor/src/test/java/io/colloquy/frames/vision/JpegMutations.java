package io.colloquy.frames.vision;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Damages JPEGs as accidents and enemies do: bits, bytes, cuts, markers, lengths, sizes, segments; or random bytes. */
final class JpegMutations {
    private static final int[] MARKERS = {
        0xC0, 0xC1, 0xC2, 0xC3, 0xC4, 0xC5, 0xC9, 0xCA, 0xCC, 0xD0, 0xD7, 0xD8, 0xD9, 0xDA, 0xDB, 0xDC, 0xDD, 0xE0,
        0xE1, 0xEE, 0xFE, 0x01, 0x00, 0xFF
    };

    private final List<byte[]> seeds;

    JpegMutations(List<byte[]> seeds) {
        this.seeds = List.copyOf(seeds);
    }

    /** The same for the same random source. */
    byte[] next(Random random) {
        if (random.nextInt(20) == 0) {
            return randomBytes(random);
        }
        byte[] bytes = seeds.get(random.nextInt(seeds.size())).clone();
        for (int times = 1 + random.nextInt(4); times > 0; times--) {
            bytes = once(bytes, random);
        }
        return bytes;
    }

    private byte[] once(byte[] bytes, Random random) {
        if (bytes.length < 16) {
            return bytes;
        }
        return switch (random.nextInt(9)) {
            case 0 -> bitsFlipped(bytes, random);
            case 1 -> Arrays.copyOf(bytes, 2 + random.nextInt(bytes.length - 2));
            case 2 -> markerChanged(bytes, random);
            case 3 -> lengthChanged(bytes, random);
            case 4 -> sizeChanged(bytes, random);
            case 5 -> segmentRepeated(bytes, random);
            case 6 -> partRemoved(bytes, random);
            case 7 -> spliced(bytes, seeds.get(random.nextInt(seeds.size())), random);
            default -> ended(bytes);
        };
    }

    private static byte[] randomBytes(Random random) {
        byte[] bytes = new byte[random.nextInt(4_000)];
        random.nextBytes(bytes);
        if (bytes.length > 6 && random.nextBoolean()) {
            bytes[0] = (byte) 0xFF;
            bytes[1] = (byte) 0xD8;
            bytes[2] = (byte) 0xFF;
            return ended(bytes);
        }
        return bytes;
    }

    private static byte[] bitsFlipped(byte[] bytes, Random random) {
        for (int flips = 1 + random.nextInt(30); flips > 0; flips--) {
            bytes[2 + random.nextInt(bytes.length - 2)] ^= (byte) (1 << random.nextInt(8));
        }
        return bytes;
    }

    private static byte[] markerChanged(byte[] bytes, Random random) {
        bytes[marker(bytes, random) + 1] = (byte) MARKERS[random.nextInt(MARKERS.length)];
        return bytes;
    }

    private static byte[] lengthChanged(byte[] bytes, Random random) {
        int at = marker(bytes, random) + 2;
        if (at + 1 < bytes.length) {
            int length = random.nextBoolean() ? random.nextInt(65_536) : random.nextInt(20);
            bytes[at] = (byte) (length >> 8);
            bytes[at + 1] = (byte) length;
        }
        return bytes;
    }

    /** Anywhere behind a start of frame: precision, height, width, components and how they are sampled. */
    private static byte[] sizeChanged(byte[] bytes, Random random) {
        for (int i = 2; i < bytes.length - 20; i++) {
            if ((bytes[i] & 255) == 0xFF && ((bytes[i + 1] & 255) == 0xC0 || (bytes[i + 1] & 255) == 0xC2)) {
                bytes[i + 4 + random.nextInt(14)] = (byte) random.nextInt(256);
                return bytes;
            }
        }
        return bytes;
    }

    private static byte[] segmentRepeated(byte[] bytes, Random random) {
        int from = marker(bytes, random);
        int to = Math.min(bytes.length, from + 2 + random.nextInt(600));
        int at = marker(bytes, random);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, at);
        for (int times = 1 + random.nextInt(40); times > 0; times--) {
            out.write(bytes, from, to - from);
        }
        out.write(bytes, at, bytes.length - at);
        return out.toByteArray();
    }

    private static byte[] partRemoved(byte[] bytes, Random random) {
        int from = 2 + random.nextInt(bytes.length - 4);
        int to = Math.min(bytes.length, from + 1 + random.nextInt(200));
        byte[] shorter = new byte[bytes.length - (to - from)];
        System.arraycopy(bytes, 0, shorter, 0, from);
        System.arraycopy(bytes, to, shorter, from, bytes.length - to);
        return shorter;
    }

    /** One's beginning, the other's end: tables of one kind before data of another. */
    private static byte[] spliced(byte[] bytes, byte[] other, Random random) {
        int head = marker(bytes, random);
        int tail = marker(other, random);
        byte[] both = Arrays.copyOf(bytes, head + other.length - tail);
        System.arraycopy(other, tail, both, head, other.length - tail);
        return both;
    }

    /** Brings truncated ones past the first check. */
    private static byte[] ended(byte[] bytes) {
        byte[] ended = Arrays.copyOf(bytes, bytes.length + 2);
        ended[bytes.length] = (byte) 0xFF;
        ended[bytes.length + 1] = (byte) 0xD9;
        return ended;
    }

    /** Where a marker stands, from a random place on; else that place. */
    private static int marker(byte[] bytes, Random random) {
        int from =
                2 + random.nextInt(Math.max(1, Math.min(bytes.length - 8, random.nextBoolean() ? 700 : bytes.length)));
        for (int i = from; i < bytes.length - 4; i++) {
            if ((bytes[i] & 255) == 0xFF && (bytes[i + 1] & 255) > 0xBF) {
                return i;
            }
        }
        return Math.min(from, bytes.length - 4);
    }
}
