package io.colloquy.frames.http;

import io.colloquy.frames.http.PictureView.Analysed;
import io.colloquy.frames.http.PictureView.Batch;
import io.colloquy.frames.http.PictureView.Entry;
import io.colloquy.frames.http.PictureView.ModelView;
import io.colloquy.frames.policy.OrganisationLedger;
import io.colloquy.frames.policy.OrganisationSetting;
import io.colloquy.frames.policy.PictureRules;
import io.colloquy.frames.vision.PictureAnalysis;
import io.colloquy.frames.vision.Unreadable;
import io.colloquy.platform.http.Problem;
import io.colloquy.platform.identity.Guard;
import io.colloquy.platform.identity.Principal;
import io.colloquy.platform.limits.LocalBuckets;
import io.colloquy.platform.metrics.Metrics;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Expressions of pictures that belong to no session; nothing is stored. The order of checks is the order of their cost: who
 * calls, what the organisation allows, a place at the desk, the body, the user's budget of pictures.
 */
public final class EmotionRoutes {
    private static final String RETRY_SECONDS = "5";

    private final Guard guard;
    private final Organisations organisations;
    private final AnalysisDesk desk;
    private final LocalBuckets budget;
    private final String modelName;
    private final Metrics metrics;

    /**
     * What organisations ask for.
     *
     * @param known whether their settings have been read
     */
    public record Organisations(OrganisationLedger ledger, BooleanSupplier known) {}

    /**
     * Behind this guard.
     *
     * @param picturesPerMinute of one user
     * @param modelName as answers call the model
     */
    public EmotionRoutes(
            Guard guard,
            Organisations organisations,
            AnalysisDesk desk,
            int picturesPerMinute,
            String modelName,
            Metrics metrics) {
        this.guard = guard;
        this.organisations = organisations;
        this.desk = desk;
        this.budget = new LocalBuckets(picturesPerMinute, Duration.ofMinutes(1));
        this.modelName = modelName;
        this.metrics = metrics;
    }

    /** Adds the routes. */
    public void addTo(JavalinConfig javalin) {
        javalin.routes.post("/api/v1/emotions/analyze", context -> answer(context, this::analyze));
        javalin.routes.post("/api/v1/emotions/batch", context -> answer(context, this::batch));
    }

    @FunctionalInterface
    private interface Work {
        Object of(Context context, Principal caller, OrganisationSetting setting) throws InterruptedException;
    }

    private void answer(Context context, Work work) throws Exception {
        Principal caller = guard.principal(context);
        OrganisationSetting setting = allowed(context, caller);
        try {
            Object answer = desk.serve(caller.userId(), () -> work.of(context, caller, setting));
            context.header("Cache-Control", "no-store").json(answer);
        } catch (Problem problem) {
            if (problem.status() == 429 || problem.status() == 503) {
                context.header("Retry-After", RETRY_SECONDS);
            }
            throw problem;
        }
    }

    private OrganisationSetting allowed(Context context, Principal caller) {
        if (!organisations.known().getAsBoolean()) {
            context.header("Retry-After", RETRY_SECONDS);
            throw Problem.unavailable("Expected to know what organisations allow, but their settings are being read");
        }
        OrganisationSetting setting = organisations.ledger().of(caller.organisationId());
        boolean guest = caller.guestLinkId().isPresent() || caller.sessionId().isPresent();
        Optional<String> region = Optional.ofNullable(context.queryParam("candidate_region"));
        PictureRules.refusal(setting, new PictureRules.Asking(caller.role(), guest, region))
                .ifPresent(reason -> {
                    throw Problem.forbidden(reason);
                });
        return setting;
    }

    private Object analyze(Context context, Principal caller, OrganisationSetting setting) throws InterruptedException {
        byte[] picture = PictureBody.one(context);
        spend(caller, 1);
        return switch (look(picture)) {
            case PictureAnalysis.Read read ->
                new Analysed(PictureView.of(read, setting.faceSignals()), model(List.of(read)));
            case PictureAnalysis.Unread unread -> throw problem(unread);
        };
    }

    private Object batch(Context context, Principal caller, OrganisationSetting setting) throws InterruptedException {
        List<byte[]> pictures = PictureBody.many(context);
        spend(caller, pictures.size());
        List<PictureAnalysis> looked = new ArrayList<>();
        for (byte[] picture : pictures) {
            looked.add(look(picture));
        }
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < looked.size(); i++) {
            entries.add(entry(i, looked.get(i), setting));
        }
        return new Batch(entries, model(looked));
    }

    private PictureAnalysis look(byte[] picture) throws InterruptedException {
        PictureAnalysis analysis = desk.look(picture);
        metrics.counter(PictureMetric.PICTURES).labels(outcome(analysis)).inc();
        return analysis;
    }

    private void spend(Principal caller, int pictures) {
        if (!budget.tryTake(caller.userId(), pictures)) {
            throw Problem.rateLimited("Expected fewer pictures a minute, but there were more");
        }
    }

    private static Entry entry(int index, PictureAnalysis analysis, OrganisationSetting setting) {
        return switch (analysis) {
            case PictureAnalysis.Read read -> new Entry(index, PictureView.of(read, setting.faceSignals()), null, null);
            case PictureAnalysis.Unread unread ->
                new Entry(index, null, unread.reason().name(), unread.message());
        };
    }

    /** Null when no picture could be read. */
    private ModelView model(List<PictureAnalysis> looked) {
        return looked.stream()
                .filter(PictureAnalysis.Read.class::isInstance)
                .map(PictureAnalysis.Read.class::cast)
                .flatMap(read -> read.modelHash().stream())
                .map(hash -> new ModelView(modelName, hash))
                .findFirst()
                .orElse(null);
    }

    private static String outcome(PictureAnalysis analysis) {
        return switch (analysis) {
            case PictureAnalysis.Read read -> "READ";
            case PictureAnalysis.Unread unread -> unread.reason().name();
        };
    }

    private static Problem problem(PictureAnalysis.Unread unread) {
        return problem(unread.reason(), unread.message())
                .with("reason", unread.reason().name());
    }

    private static Problem problem(Unreadable reason, String message) {
        return switch (reason) {
            case TOO_MANY_BYTES, TOO_MANY_PIXELS -> Problem.tooLarge(message);
            case NOT_A_JPEG, UNSUPPORTED_JPEG -> Problem.unsupported(message);
            case TRUNCATED, TOO_SMALL, UNDECODABLE -> Problem.invalidRequest(message);
        };
    }
}
