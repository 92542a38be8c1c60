package io.colloquy.reports.report;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Values as a reader of the page sees them. */
public final class Words {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private static final String BUILT_IN_BANK = "built-in-bank";
    private static final String EMBEDDINGS = "embeddings:";

    private Words() {}

    /** A score of 0 to 10 with one decimal; a dash when there is none. */
    public static String score(Double score) {
        return score == null ? "–" : String.format(Locale.ROOT, "%.1f", score);
    }

    /** A share of 0 to 1 in percent; a dash when there is none. */
    public static String percent(Double share) {
        return share == null ? "–" : Math.round(share * 100) + " %";
    }

    /** A time in UTC; a dash when there is none. */
    public static String time(Instant time) {
        return time == null ? "–" : TIME.format(time);
    }

    /** Milliseconds as minutes and seconds; a dash when there are none. */
    public static String duration(Long milliseconds) {
        if (milliseconds == null) {
            return "–";
        }
        long seconds = milliseconds / 1_000;
        return seconds < 60 ? seconds + " s" : seconds / 60 + " min " + seconds % 60 + " s";
    }

    /** Millionths of a US dollar as dollars. */
    public static String dollars(long micros) {
        return String.format(Locale.ROOT, "%.4f US$", micros / 1_000_000.0);
    }

    /** Who planned, as the end of a sentence. */
    public static String by(Report.PlannedByReport planned) {
        if (planned.model() != null) {
            return "by %s (%s), prompt %s".formatted(planned.planner(), planned.model(), planned.version());
        }
        return planned.planner().equals(BUILT_IN_BANK)
                ? "from the built-in bank"
                : "from the bank %s, version %s".formatted(planned.planner(), planned.version());
    }

    /** What somebody was to do who did not: evaluate, or compare by meaning for whoever evaluates. */
    public static String task(String provider) {
        return provider.startsWith(EMBEDDINGS) ? "compare meanings for this" : "score this";
    }

    /** How many of the answers were scored; empty when all were, or when there are none. */
    public static String share(Report report) {
        List<String> outcomes = report.questions().stream()
                .filter(question -> question.answeredAt() != null)
                .map(question -> question.evaluation() == null
                        ? ""
                        : question.evaluation().outcome())
                .toList();
        int scored = Collections.frequency(outcomes, "SCORED");
        if (scored == outcomes.size()) {
            return "";
        }
        int waiting = Collections.frequency(outcomes, "");
        int human = Collections.frequency(outcomes, "NEEDS_HUMAN");
        return "%d of %d answers scored, %d %s a person, %d not gradable%s"
                .formatted(
                        scored,
                        outcomes.size(),
                        human,
                        human == 1 ? "needs" : "need",
                        Collections.frequency(outcomes, "NOT_GRADABLE"),
                        waiting == 0 ? "" : ", %d not evaluated yet".formatted(waiting));
    }

    /** A constant's name in lower-case words. */
    public static String of(String constant) {
        return constant == null ? "–" : constant.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
