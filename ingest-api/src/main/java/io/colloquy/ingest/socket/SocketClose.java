package io.colloquy.ingest.socket;

/** Why the server closes a socket. */
enum SocketClose {
    POLICY(1008, "Expected a ticket that is good"),
    TOO_BIG(1009, "Expected a smaller message"),
    TRY_AGAIN(1013, "Expected Redis to answer"),
    SUPERSEDED(4001, "A newer tab has taken over"),
    SESSION_OVER(4003, "The session is over"),
    TOO_SLOW(4008, "Expected a reader that keeps up");

    private final int code;
    private final String reason;

    SocketClose(int code, String reason) {
        this.code = code;
        this.reason = reason;
    }

    int code() {
        return code;
    }

    String reason() {
        return reason;
    }
}
