package io.colloquy.reports.report;

import io.colloquy.reports.readings.Timeline;
import io.colloquy.reports.readings.Timeline.Bucket;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The shapes of a timeline as SVG draws them, in a box of {@value #WIDTH} by {@value #HEIGHT}: one bar for each span, as
 * high as the share of its frames with a face, marks for blinks and for several faces, and a line of brightness.
 *
 * @param bars one for each span, in order
 * @param lines brightness, one for each run of spans that tell
 */
public record TimelineChart(List<Bar> bars, List<String> lines) {
    /** Width of the box. */
    public static final int WIDTH = 720;
    /** Height of the box. */
    public static final int HEIGHT = 120;

    private static final double BRIGHTEST = 255;

    /**
     * One span.
     *
     * @param x left edge
     * @param width of the bar
     * @param y top edge
     * @param height of the bar; 0 when no frame shows a face
     * @param blinks in the span
     * @param severalFaces frames with more than one face
     * @param title in words
     */
    public record Bar(String x, String width, String y, String height, long blinks, long severalFaces, String title) {}

    /** Draws a timeline. */
    public static TimelineChart of(Timeline timeline) {
        List<Bucket> buckets = timeline.buckets();
        double step = buckets.isEmpty() ? WIDTH : (double) WIDTH / buckets.size();
        List<Bar> bars = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < buckets.size(); i++) {
            Bucket bucket = buckets.get(i);
            bars.add(bar(bucket, i * step, step, i * timeline.bucketSeconds()));
            if (bucket.brightness() == null) {
                finish(line, lines);
            } else {
                line.append(number((i + 0.5) * step))
                        .append(',')
                        .append(number(HEIGHT * (1 - bucket.brightness() / BRIGHTEST)))
                        .append(' ');
            }
        }
        finish(line, lines);
        return new TimelineChart(List.copyOf(bars), List.copyOf(lines));
    }

    private static void finish(StringBuilder line, List<String> lines) {
        if (!line.isEmpty()) {
            lines.add(line.toString().strip());
            line.setLength(0);
        }
    }

    private static Bar bar(Bucket bucket, double x, double step, long second) {
        double share = bucket.readings() == 0 ? 0 : (double) bucket.faces() / bucket.readings();
        return new Bar(
                number(x),
                number(Math.max(step - 1, 0.5)),
                number(HEIGHT * (1 - share)),
                number(HEIGHT * share),
                bucket.blinks(),
                bucket.severalFaces(),
                "%d s: %d frames, %d with a face, %d with several, %d blinks, %d not read"
                        .formatted(
                                second,
                                bucket.readings() + bucket.notRead(),
                                bucket.faces(),
                                bucket.severalFaces(),
                                bucket.blinks(),
                                bucket.notRead()));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
