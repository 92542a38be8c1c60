package io.colloquy.local.vision;

import io.colloquy.frames.vision.EyeState;
import io.colloquy.frames.vision.FrameAnalyser;
import io.colloquy.frames.vision.FrameAnalysis;
import io.colloquy.frames.vision.PresenceShift;
import io.colloquy.frames.vision.Track;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What a stream of frames shows, and what looking at it costs in milliseconds of processor time per frame.
 *
 * @param withCandidate frames in which the candidate's face was found
 * @param closedAt frames with closed eyes
 * @param blinksAt frames at which a blink ended
 * @param shifts frames that changed who is in the picture, and how
 * @param flags how many frames had each quality flag
 * @param millis per frame: {@code all} of it; {@code decode} and {@code search}, the bare calls of OpenCV that decode a
 *     frame and search it all
 */
record StreamFigures(
        int frames,
        double framesPerSecond,
        int withCandidate,
        List<Integer> closedAt,
        List<Integer> blinksAt,
        Map<Integer, PresenceShift> shifts,
        Map<String, Integer> flags,
        Double blinksPerMinute,
        int unread,
        Map<String, Double> millis) {
    private static final int WARM_UPS = 2;
    private static final int ROUNDS = 5;

    static StreamFigures of(List<Picture> pictures, double framesPerSecond, FrameAnalyser analyser) {
        for (int i = 0; i < WARM_UPS; i++) {
            follow(pictures, framesPerSecond, analyser);
        }
        long before = processorNanos();
        List<FrameAnalysis> analyses = List.of();
        for (int i = 0; i < ROUNDS; i++) {
            analyses = follow(pictures, framesPerSecond, analyser);
        }
        Map<String, Double> millis = new LinkedHashMap<>();
        millis.put("all", millis(before, pictures));
        millis.putAll(bare(pictures));
        return figures(analyses, framesPerSecond, millis);
    }

    private static Map<String, Double> bare(List<Picture> pictures) {
        Map<String, Double> millis = new LinkedHashMap<>();
        try (BareCalls bare = new BareCalls()) {
            pictures.forEach(picture -> bare.search(picture.jpeg()));
            long before = processorNanos();
            for (int i = 0; i < ROUNDS; i++) {
                pictures.forEach(picture -> bare.decode(picture.jpeg()));
            }
            double decode = millis(before, pictures);
            before = processorNanos();
            for (int i = 0; i < ROUNDS; i++) {
                pictures.forEach(picture -> bare.search(picture.jpeg()));
            }
            millis.put("decode", decode);
            millis.put("search", millis(before, pictures) - decode);
        }
        return millis;
    }

    private static double millis(long before, List<Picture> pictures) {
        return (processorNanos() - before) / 1e6 / (ROUNDS * pictures.size());
    }

    private static long processorNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static List<FrameAnalysis> follow(List<Picture> pictures, double framesPerSecond, FrameAnalyser analyser) {
        List<FrameAnalysis> analyses = new ArrayList<>();
        Track track = Track.NEW;
        for (Picture picture : pictures) {
            Instant at = Instant.EPOCH.plusMillis(Math.round(analyses.size() * 1_000 / framesPerSecond));
            FrameAnalysis analysis = analyser.analyse(picture.jpeg(), at, track, false);
            track = analysis.next();
            analyses.add(analysis);
        }
        return analyses;
    }

    private static StreamFigures figures(
            List<FrameAnalysis> analyses, double framesPerSecond, Map<String, Double> millis) {
        Map<Integer, PresenceShift> shifts = new TreeMap<>();
        Map<String, Integer> flags = new TreeMap<>();
        Double blinksPerMinute = null;
        for (int i = 0; i < analyses.size(); i++) {
            if (analyses.get(i) instanceof FrameAnalysis.Read read) {
                if (read.shift() != PresenceShift.NONE) {
                    shifts.put(i, read.shift());
                }
                read.quality()
                        .ifPresent(
                                quality -> quality.flags().forEach(flag -> flags.merge(flag.name(), 1, Integer::sum)));
                blinksPerMinute = read.blinksPerMinute().isPresent()
                        ? (Double) read.blinksPerMinute().getAsDouble()
                        : null;
            }
        }
        return new StreamFigures(
                analyses.size(),
                framesPerSecond,
                where(analyses, read -> read.candidate() >= 0).size(),
                where(analyses, read -> read.eyes() == EyeState.CLOSED),
                where(analyses, FrameAnalysis.Read::blink),
                shifts,
                flags,
                blinksPerMinute,
                analyses.size() - where(analyses, read -> true).size(),
                millis);
    }

    private static List<Integer> where(List<FrameAnalysis> analyses, Predicate<FrameAnalysis.Read> condition) {
        List<Integer> frames = new ArrayList<>();
        for (int i = 0; i < analyses.size(); i++) {
            if (analyses.get(i) instanceof FrameAnalysis.Read read && condition.test(read)) {
                frames.add(i);
            }
        }
        return frames;
    }

    String text() {
        return """
                frames                 %d at %.1f a second, %d unreadable
                candidate found in     %d
                eyes closed at         %s
                blinks ended at        %s, per minute %s
                changes                %s
                quality flags          %s
                CPU ms per frame       %.2f; bare: decoding %.2f, searching the whole picture %.2f
                """.formatted(
                frames,
                framesPerSecond,
                unread,
                withCandidate,
                closedAt,
                blinksAt,
                blinksPerMinute == null ? "unknown" : "%.1f".formatted(blinksPerMinute),
                shifts,
                flags,
                millis.get("all"),
                millis.get("decode"),
                millis.get("search")).stripTrailing();
    }
}
