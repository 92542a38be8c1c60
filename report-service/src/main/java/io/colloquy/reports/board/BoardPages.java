package io.colloquy.reports.board;

import io.colloquy.platform.http.Problem;
import io.colloquy.platform.ids.Ids;
import io.colloquy.reports.http.Endpoint;
import io.colloquy.reports.report.ReportPage;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The reviewers' pages: static files that may load nothing but themselves, and call this service, the one that takes
 * commands and the one that keeps question banks. They may show a report's own style, by its hash, because a page made of a blob inherits this policy.
 */
public final class BoardPages {
    private static final Pattern FILE = Pattern.compile("(?:[a-z0-9-]+/)*[a-z0-9-]+\\.([a-z0-9]+)");
    private static final Map<String, String> MEDIA_TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "svg", "image/svg+xml",
            "json", "application/json",
            "png", "image/png",
            "ico", "image/x-icon",
            "woff2", "font/woff2");

    private final URI ingest;
    private final String evaluator;
    private final String policy;

    /**
     * For these services, as a browser reaches them.
     *
     * @param ingest root of the one that takes commands and signs in
     * @param evaluator root of the one that keeps question banks; empty when it is on the pages' own origin
     */
    public BoardPages(URI ingest, Optional<URI> evaluator) {
        this.ingest = ingest;
        this.evaluator = evaluator
                .map(url -> "%s://%s".formatted(url.getScheme(), url.getAuthority()))
                .orElse("");
        this.policy = policy(ingest, this.evaluator);
    }

    /**
     * What the pages need to know before anybody signs in.
     *
     * @param evaluatorUrl empty when it is on the pages' own origin
     */
    public record Config(String ingestUrl, String evaluatorUrl) {}

    /** What it answers. */
    public List<Endpoint> endpoints() {
        return List.of(
                new Endpoint("/", context -> context.redirect("/board/")),
                new Endpoint("/board/config.json", this::config),
                new Endpoint("/board/<path>", context -> file(context, context.pathParam("path"))),
                new Endpoint("/board", context -> page(context)));
    }

    private void page(Context context) throws IOException {
        if (context.path().endsWith("/")) {
            file(context, "index.html");
        } else {
            context.redirect("/board/");
        }
    }

    private void config(Context context) {
        context.header("Cache-Control", "no-cache").json(new Config(ingest.toString(), evaluator));
    }

    private void file(Context context, String path) throws IOException {
        byte[] content = resource(path);
        String tag = '"' + HexFormat.of().formatHex(Ids.sha256(content), 0, 16) + '"';
        context.header("Content-Security-Policy", policy)
                .header("Cache-Control", "no-cache")
                .header("ETag", tag);
        if (tag.equals(context.header("If-None-Match"))) {
            context.status(304);
        } else {
            context.contentType(MEDIA_TYPES.get(path.substring(path.lastIndexOf('.') + 1)))
                    .result(content);
        }
    }

    private static byte[] resource(String path) throws IOException {
        var matcher = FILE.matcher(path);
        if (matcher.matches() && MEDIA_TYPES.containsKey(matcher.group(1))) {
            try (InputStream resource = BoardPages.class.getResourceAsStream("/board/" + path)) {
                if (resource != null) {
                    return resource.readAllBytes();
                }
            }
        }
        throw Problem.notFound("Expected a file of the board, but '%s' is not one".formatted(path));
    }

    private static String policy(URI ingest, String evaluator) {
        return "default-src 'self'; style-src 'self' " + ReportPage.STYLE_SOURCE
                + "; img-src 'self' blob: data:; media-src 'self' blob:; connect-src 'self' ws: wss: " + ingest
                + (evaluator.isEmpty() ? "" : " " + evaluator)
                + "; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    }
}
