package io.colloquy.ingest.commands;

import io.colloquy.events.AnswerLabel;
import io.colloquy.events.CancelSession;
import io.colloquy.events.CompleteSession;
import io.colloquy.events.EraseSession;
import io.colloquy.events.GiveConsent;
import io.colloquy.events.LabelAnswer;
import io.colloquy.events.OverrideScore;
import io.colloquy.events.PauseSession;
import io.colloquy.events.ResumeSession;
import io.colloquy.events.SkipQuestion;
import io.colloquy.events.SubmitAnswer;
import io.colloquy.events.WithdrawConsent;
import io.colloquy.ingest.sessions.SessionAccess;
import io.colloquy.platform.http.HttpService;
import io.colloquy.platform.http.Problem;
import io.colloquy.platform.identity.Guard;
import io.colloquy.platform.identity.Principal;
import io.colloquy.platform.sealing.Sealer;
import io.colloquy.schemas.PersonalContent;
import io.javalin.http.Context;
import java.util.Optional;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;

/** Every command on a session but its start. */
public final class CommandEndpoints {
    private static final int MAX_ANSWER_CHARS = 20_000;
    private static final int MAX_REASON_CHARS = 2_000;
    private static final int MAX_NAME_CHARS = 64;
    private static final long MAX_DURATION_MS = 86_400_000;

    private final Guard guard;
    private final SessionAccess access;
    private final Commands commands;
    private final Sealer sealer;

    record Consent(Boolean video, String textVersion, Boolean withdraw) {}

    record Answer(String questionId, String text, Long durationMs, SpokenAnswer transcript) {}

    record Skip(String questionId) {}

    record Overriding(String questionId, Double overall, String reason) {}

    record Labelling(String questionId, String label, String note) {}

    /** @param sealer seals answers, reasons and notes */
    public CommandEndpoints(Guard guard, SessionAccess access, Commands commands, Sealer sealer) {
        this.guard = guard;
        this.access = access;
        this.commands = commands;
        this.sealer = sealer;
    }

    /** {@code POST …/consent}. */
    public void consent(Context context) {
        Principal caller = own(context);
        Consent body = HttpService.body(context, Consent.class);
        if (Boolean.TRUE.equals(body.withdraw())) {
            send(context, caller, request -> new WithdrawConsent());
            return;
        }
        if (body.video() == null) {
            throw Problem.invalidRequest("Expected video true or false, but it is missing");
        }
        String version = required(body.textVersion(), "text_version", MAX_NAME_CHARS);
        send(context, caller, request -> new GiveConsent(body.video(), version));
    }

    /** {@code POST …/answers}. */
    public void answer(Context context) {
        Principal caller = own(context);
        Answer body = HttpService.body(context, Answer.class);
        String questionId = required(body.questionId(), "question_id", MAX_NAME_CHARS);
        if (body.text() == null || body.text().length() > MAX_ANSWER_CHARS) {
            throw Problem.invalidRequest(
                    "Expected text of at most %d characters, but it is not".formatted(MAX_ANSWER_CHARS));
        }
        long duration = body.durationMs() == null ? 0 : body.durationMs();
        if (duration < 0 || duration > MAX_DURATION_MS) {
            throw Problem.invalidRequest("Expected duration_ms of up to a day, but it is not");
        }
        Optional<SpokenAnswer> spoken = Optional.ofNullable(body.transcript());
        spoken.ifPresent(SpokenAnswer::require);
        send(
                context,
                caller,
                request -> new SubmitAnswer(
                        questionId,
                        sealer.seal(request.subject(), PersonalContent.ANSWER, body.text()),
                        duration,
                        spoken.map(it -> it.sealed(
                                        text -> sealer.seal(request.subject(), PersonalContent.TRANSCRIPT, text)))
                                .orElse(null)));
    }

    /** {@code POST …/skip}. */
    public void skip(Context context) {
        Principal caller = own(context);
        Skip body = HttpService.body(context, Skip.class);
        String questionId = required(body.questionId(), "question_id", MAX_NAME_CHARS);
        send(context, caller, request -> new SkipQuestion(questionId));
    }

    /** {@code POST …/pause}. */
    public void pause(Context context) {
        send(context, ownOrReviewed(context), request -> new PauseSession());
    }

    /** {@code POST …/resume}. */
    public void resume(Context context) {
        send(context, ownOrReviewed(context), request -> new ResumeSession());
    }

    /** {@code POST …/complete}. */
    public void complete(Context context) {
        send(context, ownOrReviewed(context), request -> new CompleteSession());
    }

    /** {@code POST …/cancel}. */
    public void cancel(Context context) {
        send(context, ownOrReviewed(context), request -> new CancelSession());
    }

    /** {@code POST …/erase}. */
    public void erase(Context context) {
        send(context, ownOrReviewed(context), request -> new EraseSession());
    }

    /** {@code POST …/override}. */
    public void override(Context context) {
        Principal caller = guard.principal(context);
        access.requireReviewed(caller, context.pathParam("id"));
        Overriding body = HttpService.body(context, Overriding.class);
        String questionId = required(body.questionId(), "question_id", MAX_NAME_CHARS);
        String reason = required(body.reason(), "reason", MAX_REASON_CHARS);
        if (body.overall() == null || !(body.overall() >= 0 && body.overall() <= 10)) {
            throw Problem.invalidRequest("Expected overall from 0 to 10, but it is not");
        }
        send(
                context,
                caller,
                request -> new OverrideScore(
                        questionId,
                        body.overall(),
                        sealer.seal(request.subject(), PersonalContent.OVERRIDE_REASON, reason)));
    }

    /** {@code POST …/label}. */
    public void label(Context context) {
        Principal caller = guard.principal(context);
        access.requireReviewed(caller, context.pathParam("id"));
        Labelling body = HttpService.body(context, Labelling.class);
        String questionId = required(body.questionId(), "question_id", MAX_NAME_CHARS);
        AnswerLabel label = Labels.of(body.label());
        Optional<String> note = Optional.ofNullable(body.note())
                .filter(it -> !it.isBlank())
                .map(it -> required(it, "note", MAX_REASON_CHARS));
        send(
                context,
                caller,
                request -> new LabelAnswer(
                        questionId,
                        label,
                        note.map(it -> sealer.seal(request.subject(), PersonalContent.LABEL_NOTE, it))
                                .orElse(null)));
    }

    private Principal own(Context context) {
        Principal caller = guard.principal(context);
        access.requireOwn(caller, context.pathParam("id"));
        return caller;
    }

    private Principal ownOrReviewed(Context context) {
        Principal caller = guard.principal(context);
        access.requireOwnOrReviewed(caller, context.pathParam("id"));
        return caller;
    }

    private void send(Context context, Principal caller, Function<Request, SpecificRecord> payload) {
        Request request = Request.of(context, caller, context.pathParam("id"), CommandId.of(context));
        CommandReplies.send(context, request, commands.send(request, () -> payload.apply(request)));
    }

    private static String required(String value, String name, int most) {
        if (value == null || value.isBlank() || value.length() > most) {
            throw Problem.invalidRequest("Expected %s of 1 to %d characters, but it is not".formatted(name, most));
        }
        return value;
    }
}
