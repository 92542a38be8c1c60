package io.colloquy.reports.http;

import io.colloquy.platform.http.Problem;
import io.javalin.http.Context;

/** Query parameters as checked values. */
public final class Parameters {
    private Parameters() {}

    /**
     * A whole number.
     *
     * @throws Problem 400 when it is none, or out of range
     */
    public static long whole(Context context, String name, long least, long most, long fallback) {
        String value = context.queryParam(name);
        if (value == null || value.isBlank()) {
            return fallback;
        }
        try {
            long number = Long.parseLong(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Answered below, as what is out of range.
        }
        throw Problem.invalidRequest(
                "Expected %s to be a whole number from %d to %d, but it is '%s'".formatted(name, least, most, value));
    }

    /** How many rows a page holds. */
    public static int limit(Context context, int fallback, int most) {
        return Math.toIntExact(whole(context, "limit", 1, most, fallback));
    }
}
