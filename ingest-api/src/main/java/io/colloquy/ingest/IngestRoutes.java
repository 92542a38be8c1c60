package io.colloquy.ingest;

import io.colloquy.ingest.commands.CommandEndpoints;
import io.colloquy.ingest.frames.FrameEndpoint;
import io.colloquy.ingest.guests.GuestEndpoints;
import io.colloquy.ingest.identity.AuthEndpoints;
import io.colloquy.ingest.identity.OrganisationEndpoints;
import io.colloquy.ingest.limits.RateLimits;
import io.colloquy.ingest.sessions.InterviewStart;
import io.colloquy.ingest.sessions.SessionEndpoints;
import io.colloquy.ingest.socket.SocketEndpoints;
import io.colloquy.ingest.uploads.UploadEndpoints;
import io.colloquy.platform.identity.Guard;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;

/** Which endpoint answers which route, behind rate limits and the translation of failures. */
record IngestRoutes(
        AuthEndpoints auth,
        OrganisationEndpoints organisations,
        GuestEndpoints guests,
        InterviewStart start,
        SessionEndpoints sessions,
        CommandEndpoints commands,
        FrameEndpoint frames,
        SocketEndpoints sockets,
        UploadEndpoints uploads,
        RoomPages room,
        Guard guard,
        RateLimits limits) {

    void addTo(JavalinConfig javalin) {
        for (Route route : Route.values()) {
            Handler endpoint = endpoint(route);
            javalin.routes.addHttpHandler(
                    route.method(), route.path(), Failures.translated(context -> answer(route, endpoint, context)));
        }
        sockets.addTo(javalin);
        room.addTo(javalin);
    }

    private void answer(Route route, Handler endpoint, Context context) throws Exception {
        if (route.budget() == Route.Budget.USER) {
            limits.requireRequest(context, guard.principal(context).userId());
        }
        endpoint.handle(context);
    }

    private Handler endpoint(Route route) {
        return switch (route) {
            case LOGIN -> auth::login;
            case REFRESH -> auth::refresh;
            case LOGOUT -> auth::logout;
            case ME -> auth::me;
            case ORGANISATION -> organisations::read;
            case ORGANISATION_CHANGE -> organisations::replace;
            case GUEST_LINKS -> guests::create;
            case GUEST_REDEEM -> guests::redeem;
            case START -> start::start;
            case SESSION -> sessions::read;
            case CONSENT -> commands::consent;
            case ANSWERS -> commands::answer;
            case SKIP -> commands::skip;
            case PAUSE -> commands::pause;
            case RESUME -> commands::resume;
            case COMPLETE -> commands::complete;
            case CANCEL -> commands::cancel;
            case OVERRIDE -> commands::override;
            case LABEL -> commands::label;
            case ERASE -> commands::erase;
            case FRAMES -> frames::take;
            case SOCKET_TICKET -> sockets::ticket;
            case UPLOAD_PDF -> uploads::pdf;
            case UPLOAD_TEXT -> uploads::text;
            case ROOM_CONFIG -> room::config;
        };
    }
}
