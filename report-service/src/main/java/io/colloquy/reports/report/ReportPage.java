package io.colloquy.reports.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.colloquy.platform.ids.Ids;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/**
 * A report as one file that needs no other: style inside, chart drawn here, no script. Its policy allows that one style
 * sheet by hash and nothing else, in the header and in the file itself, so that a saved report is as inert as a served one.
 * Thread-safe.
 */
public final class ReportPage {
    private static final String STYLE = resource("/report/report.css");
    private static final String PACKAGE = "io.colloquy.reports.templates";

    /** Source expression of the page's style sheet, for a policy that a page which shows the report has to have as well. */
    public static final String STYLE_SOURCE =
            "'sha256-" + Base64.getEncoder().encodeToString(Ids.sha256(STYLE.getBytes(StandardCharsets.UTF_8))) + "'";

    /** What the page may do: be styled. */
    public static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; style-src " + STYLE_SOURCE + "; base-uri 'none'; form-action 'none'";

    private final TemplateEngine templates =
            TemplateEngine.createPrecompiled(null, ContentType.Html, ReportPage.class.getClassLoader(), PACKAGE);

    /** The whole document. */
    public String render(Report report) {
        StringOutput document = new StringOutput(16_384);
        templates.render(
                "report.jte",
                Map.of(
                        "report", report,
                        "chart", TimelineChart.of(report.timeline()),
                        "style", STYLE,
                        "policy", CONTENT_SECURITY_POLICY),
                document);
        return document.toString().stripLeading();
    }

    private static String resource(String path) {
        try (InputStream resource = ReportPage.class.getResourceAsStream(path)) {
            if (resource == null) {
                throw new IllegalStateException("Expected '%s' on the class path, but it is missing".formatted(path));
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
