package io.colloquy.platform.http;

import java.util.LinkedHashMap;
import java.util.Map;

/** A refusal that the caller is told about, as RFC 9457 problem details. */
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final String TYPES = "https://colloquy.dev/problems/";

    private final int status;
    private final String slug;
    private final String title;
    private final transient Map<String, Object> members;

    private Problem(int status, String slug, String title, String detail, Map<String, Object> members) {
        super(detail, null, false, false);
        this.status = status;
        this.slug = slug;
        this.title = title;
        this.members = members;
    }

    /** A body that is no JSON, or JSON of another shape: 400. */
    public static Problem invalidJson(String detail) {
        return new Problem(400, "invalid-json", "The body is not the JSON that this endpoint takes", detail, Map.of());
    }

    /** A value out of its range: 400. */
    public static Problem invalidRequest(String detail) {
        return new Problem(400, "invalid-request", "The request cannot be taken as it is", detail, Map.of());
    }

    /** No valid token: 401. */
    public static Problem unauthorised(String detail) {
        return new Problem(401, "unauthorised", "Sign in first", detail, Map.of());
    }

    /** A valid token, but not for this: 403. */
    public static Problem forbidden(String detail) {
        return new Problem(403, "forbidden", "Not allowed", detail, Map.of());
    }

    /** Nothing here, or nothing that this caller may know of: 404. */
    public static Problem notFound(String detail) {
        return new Problem(404, "not-found", "Not found", detail, Map.of());
    }

    /** A known path, but not by this method: 405, with the header {@code Allow}. */
    static Problem methodNotAllowed(String method, String allowed) {
        return new Problem(
                405,
                "method-not-allowed",
                "The path is known, the method is not",
                "Expected one of %s here, but got %s".formatted(allowed, method),
                Map.of());
    }

    /** The state does not allow it: 409. */
    public static Problem conflict(String detail) {
        return new Problem(409, "conflict", "The state does not allow it", detail, Map.of());
    }

    /** The decider refused a command: 409. */
    public static Problem rejected(String rejection, String reason, Map<String, Object> more) {
        Map<String, Object> members = new LinkedHashMap<>(more);
        members.put("rejection", rejection);
        members.put("reason", reason);
        return new Problem(409, "rejected", "The command was rejected", reason, members);
    }

    /** Somebody else has changed it since: 412. */
    public static Problem preconditionFailed(String detail) {
        return new Problem(412, "precondition-failed", "It has changed since", detail, Map.of());
    }

    /** A change that does not say what it is based on: 428. */
    public static Problem preconditionRequired(String detail) {
        return new Problem(428, "precondition-required", "Say what the change is based on", detail, Map.of());
    }

    /** A body over the limit: 413. */
    public static Problem tooLarge(String detail) {
        return new Problem(413, "too-large", "Too large", detail, Map.of());
    }

    /** A body of a kind that is not taken here: 415. */
    public static Problem unsupported(String detail) {
        return new Problem(415, "unsupported", "Not taken in this form", detail, Map.of());
    }

    /**
     * A body of the right form whose content cannot be used: 422.
     *
     * @param slug stable, the end of the problem's type
     */
    public static Problem unprocessable(String slug, String title, String detail) {
        return new Problem(422, slug, title, detail, Map.of());
    }

    /** Too many requests: 429. */
    public static Problem rateLimited(String detail) {
        return new Problem(429, "rate-limited", "Too many requests", detail, Map.of());
    }

    /** A dependency is away: 503. */
    public static Problem unavailable(String detail) {
        return new Problem(503, "unavailable", "Try again later", detail, Map.of());
    }

    /** Another one, of a service's own: its slug is part of the contract. */
    public static Problem of(int status, String slug, String title, String detail) {
        return new Problem(status, slug, title, detail, Map.of());
    }

    static Problem internal() {
        return new Problem(
                500,
                "internal",
                "Something went wrong here",
                "Expected to answer, but failed; the log has the cause under the correlation id",
                Map.of());
    }

    static Problem ofStatus(int status, String detail) {
        String slug = status == 404 ? "not-found" : status == 413 ? "too-large" : "invalid-request";
        return new Problem(status, slug, "The request cannot be taken", detail, Map.of());
    }

    /** The same with one more member. */
    public Problem with(String member, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(members);
        more.put(member, value);
        return new Problem(status, slug, title, getMessage(), more);
    }

    /** The end of the problem's type: stable, for metrics and clients. */
    public String slug() {
        return slug;
    }

    /** HTTP status. */
    public int status() {
        return status;
    }

    /** The members of the problem document. */
    public Map<String, Object> document(String instance, String correlationId) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("type", TYPES + slug);
        document.put("title", title);
        document.put("status", status);
        document.put("detail", getMessage());
        document.put("instance", instance);
        document.put("correlation_id", correlationId);
        document.putAll(members);
        return document;
    }
}
