package io.colloquy.ingest.identity;

import java.util.List;

/** Which pages may use what a browser sends by itself: cookies, and sockets. */
public final class Origins {
    private Origins() {}

    /**
     * Whether a request may come from this page.
     *
     * @param origin the header, null when the caller is no browser
     * @param host the header of the same request
     * @param allowed exact origins beside our own
     */
    public static boolean allows(String origin, String host, List<String> allowed) {
        return origin == null
                || allowed.contains(origin)
                || (host != null && (origin.equals("http://" + host) || origin.equals("https://" + host)));
    }
}
