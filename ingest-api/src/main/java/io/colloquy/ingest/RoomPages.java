package io.colloquy.ingest;

import io.colloquy.ingest.uploads.UploadEndpoints;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.staticfiles.Location;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** The candidate's room: static pages under a strict content policy, and what they have to be told. */
final class RoomPages {
    private static final String CONTENT_POLICY = "default-src 'self'; img-src 'self' blob: data:; "
            + "media-src 'self' blob:; connect-src 'self' ws: wss:{audio}; object-src 'none'; base-uri 'none'; "
            + "form-action 'self'; frame-ancestors 'none'";
    private static final String CONSENT_TEXT_VERSION = "2";
    private static final int WINDOW = 16;

    private final int maxFrameBytes;
    private final int framesPerSecond;
    private final Optional<URI> audio;

    /** @param audioUrl root of the audio endpoints; empty when they are on the page's own origin */
    record RoomConfig(
            String consentTextVersion,
            int maxFrameBytes,
            int window,
            int framesPerSecond,
            int maxUploadBytes,
            String audioUrl) {}

    RoomPages(int maxFrameBytes, int framesPerSecond, Optional<URI> audio) {
        this.audio = audio;
        this.maxFrameBytes = maxFrameBytes;
        this.framesPerSecond = framesPerSecond;
    }

    void config(Context context) {
        context.json(new RoomConfig(
                CONSENT_TEXT_VERSION, maxFrameBytes, WINDOW, framesPerSecond, UploadEndpoints.MOST_BYTES, audioUrl()));
    }

    private String audioUrl() {
        return audio.map(url -> "%s://%s".formatted(url.getScheme(), url.getAuthority()))
                .orElse("");
    }

    void addTo(JavalinConfig javalin) {
        javalin.routes.get("/", context -> context.redirect("/room/"));
        if (RoomPages.class.getResource("/room") == null) {
            return;
        }
        javalin.staticFiles.add(files -> {
            files.hostedPath = "/room";
            files.directory = "/room";
            files.location = Location.CLASSPATH;
            files.headers = Map.of(
                    "Content-Security-Policy",
                            CONTENT_POLICY.replace("{audio}", audio.isPresent() ? " " + audioUrl() : ""),
                    "Permissions-Policy", "camera=(self), microphone=(self)",
                    "Cache-Control", "no-cache");
        });
    }
}
