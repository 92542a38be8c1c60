package io.colloquy.schemas.live;

/** Names of Redis keys; a key that changes is also the name of the channel where its new version is published. */
public final class LiveKeys {
    private LiveKeys() {}

    /** A {@link SessionSnapshot}. */
    public static String session(String sessionId) {
        return "session:" + sessionId;
    }

    /** The {@link Decision} on one command. */
    public static String decision(String sessionId, String commandId) {
        return "decision:" + sessionId + ":" + commandId;
    }

    /** The latest {@link ReadingsSnapshot}. */
    public static String readings(String sessionId) {
        return "readings:" + sessionId;
    }

    /** The texts of the questions that a candidate was asked: a sorted set by when, in epoch milliseconds. */
    public static String asked(String organisationId, String candidateId) {
        return "asked:" + organisationId + ":" + candidateId;
    }

    /** The highest settled frame seq of a stream. */
    public static String settled(String sessionId, String stream) {
        return "settled:" + sessionId + ":" + stream;
    }

    /** The connection that owns the session's socket. */
    public static String owner(String sessionId) {
        return "owner:" + sessionId;
    }

    /** A socket ticket, by the hash of its text. */
    public static String ticket(String hash) {
        return "ticket:" + hash;
    }
}
