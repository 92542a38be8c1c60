package io.colloquy.ingest;

import static io.javalin.http.HandlerType.GET;
import static io.javalin.http.HandlerType.POST;
import static io.javalin.http.HandlerType.PUT;

import io.javalin.http.HandlerType;

/** Every route of this service beside health, metrics and documentation: its table of contents. */
enum Route {
    LOGIN(POST, "/api/v1/auth/login", Budget.OWN),
    REFRESH(POST, "/api/v1/auth/refresh", Budget.OWN),
    LOGOUT(POST, "/api/v1/auth/logout", Budget.OWN),
    ME(GET, "/api/v1/auth/me", Budget.USER),
    ORGANISATION(GET, "/api/v1/organisation", Budget.USER),
    ORGANISATION_CHANGE(PUT, "/api/v1/organisation", Budget.USER),
    GUEST_LINKS(POST, "/api/v1/guest/links", Budget.USER),
    GUEST_REDEEM(POST, "/api/v1/guest/redeem", Budget.OWN),
    START(POST, "/api/v1/interviews/start", Budget.USER),
    SESSION(GET, "/api/v1/interviews/{id}", Budget.USER),
    CONSENT(POST, "/api/v1/interviews/{id}/consent", Budget.USER),
    ANSWERS(POST, "/api/v1/interviews/{id}/answers", Budget.USER),
    SKIP(POST, "/api/v1/interviews/{id}/skip", Budget.USER),
    PAUSE(POST, "/api/v1/interviews/{id}/pause", Budget.USER),
    RESUME(POST, "/api/v1/interviews/{id}/resume", Budget.USER),
    COMPLETE(POST, "/api/v1/interviews/{id}/complete", Budget.USER),
    CANCEL(POST, "/api/v1/interviews/{id}/cancel", Budget.USER),
    OVERRIDE(POST, "/api/v1/interviews/{id}/override", Budget.USER),
    LABEL(POST, "/api/v1/interviews/{id}/label", Budget.USER),
    ERASE(POST, "/api/v1/interviews/{id}/erase", Budget.USER),
    FRAMES(POST, "/api/v1/interviews/{id}/frames", Budget.OWN),
    SOCKET_TICKET(POST, "/api/v1/interviews/{id}/socket-ticket", Budget.USER),
    UPLOAD_PDF(POST, "/api/v1/upload/pdf", Budget.USER),
    UPLOAD_TEXT(POST, "/api/v1/upload/txt", Budget.USER),
    ROOM_CONFIG(GET, "/room/config.json", Budget.OWN);

    /** Who counts the requests. */
    enum Budget {
        /** So many a minute for each user. */
        USER,
        /** The endpoint itself, or nobody. */
        OWN
    }

    private final HandlerType method;
    private final String path;
    private final Budget budget;

    Route(HandlerType method, String path, Budget budget) {
        this.method = method;
        this.path = path;
        this.budget = budget;
    }

    HandlerType method() {
        return method;
    }

    String path() {
        return path;
    }

    Budget budget() {
        return budget;
    }
}
