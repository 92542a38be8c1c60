package io.colloquy.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/** A line on the terminal that says how far the interviews are and what was read last; several times a second. */
public final class DemoProgress implements AutoCloseable {
    private static final int BAR = 20;

    private final PrintStream terminal;
    private final boolean interactive;
    private String last = "";
    private volatile boolean closed;

    /**
     * @param terminal where the line goes; never standard output, which belongs to results
     * @param interactive whether the line may overwrite itself
     */
    public DemoProgress(PrintStream terminal, boolean interactive) {
        this.terminal = terminal;
        this.interactive = interactive;
    }

    void watch(List<Interview> interviews, int questions) {
        Thread.ofVirtual().start(() -> refresh(interviews, questions));
    }

    @Override
    public void close() {
        closed = true;
        if (interactive) {
            terminal.println();
        }
    }

    private void refresh(List<Interview> interviews, int questions) {
        try {
            while (!closed) {
                Thread.sleep(interactive ? 200 : 2_000);
                show(line(interviews, questions));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void show(String line) {
        if (interactive) {
            terminal.print("\r" + line + " ".repeat(Math.max(0, last.length() - line.length())));
            terminal.flush();
        } else if (!line.equals(last)) {
            terminal.println(line);
        }
        last = line;
    }

    private static String line(List<Interview> interviews, int questions) {
        int answered = interviews.stream().mapToInt(Interview::answered).sum();
        int all = questions * interviews.size();
        int filled = BAR * answered / all;
        long acknowledged = interviews.stream()
                .filter(interview -> interview.stream() != null)
                .mapToLong(interview -> interview.stream().acknowledged())
                .sum();
        return "[%s%s] %d/%d answers · %d frames · %s"
                .formatted(
                        "#".repeat(filled),
                        "-".repeat(BAR - filled),
                        answered,
                        all,
                        acknowledged,
                        reading(interviews.getLast().latestReading()));
    }

    private static String reading(JsonNode reading) {
        if (reading == null) {
            return "no reading yet";
        }
        String eyes = reading.path("eyes_open").isNull()
                ? "eyes unknown"
                : reading.path("eyes_open").asBoolean() ? "eyes open" : "eyes closed";
        return "%d face(s), %s, %d blink(s)%s"
                .formatted(
                        reading.path("faces").asInt(),
                        eyes,
                        reading.path("blinks").asInt(),
                        expression(reading.path("emotion").path("smoothed")));
    }

    private static String expression(JsonNode probabilities) {
        return probabilities.properties().stream()
                .max((a, b) ->
                        Double.compare(a.getValue().asDouble(), b.getValue().asDouble()))
                .map(Map.Entry::getKey)
                .map(label -> ", looks "
                        + label
                        + " %.0f %%".formatted(100 * probabilities.path(label).asDouble()))
                .orElse("");
    }
}
