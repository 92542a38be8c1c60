package io.colloquy.frames.overload;

import java.util.Map;

/**
 * What a look ahead saw of a partition: everything before {@code end}.
 *
 * @param end offset of the first record that was not seen
 * @param newest offset of each session's newest frame seen
 */
public record Horizon(long end, Map<String, Long> newest) {
    /** Nothing has been seen. */
    public static final Horizon NONE = new Horizon(0, Map.of());

    public Horizon {
        newest = Map.copyOf(newest);
    }

    boolean covers(long offset) {
        return offset < end;
    }

    boolean hasNewer(String session, long offset) {
        return newest.getOrDefault(session, offset) > offset;
    }
}
