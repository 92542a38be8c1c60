package io.colloquy.ingest.sessions;

import io.colloquy.events.Personal;
import io.colloquy.events.StartSession;
import io.colloquy.ingest.commands.CommandId;
import io.colloquy.ingest.commands.CommandReplies;
import io.colloquy.ingest.commands.Commands;
import io.colloquy.ingest.commands.Request;
import io.colloquy.ingest.guests.GuestLink;
import io.colloquy.ingest.guests.GuestLinks;
import io.colloquy.ingest.live.LiveSessions;
import io.colloquy.platform.http.HttpService;
import io.colloquy.platform.http.Problem;
import io.colloquy.platform.identity.Guard;
import io.colloquy.platform.identity.Principal;
import io.colloquy.platform.identity.Role;
import io.colloquy.platform.ids.Ids;
import io.colloquy.platform.sealing.KeyVault;
import io.colloquy.platform.sealing.Sealer;
import io.colloquy.schemas.PersonalContent;
import io.colloquy.schemas.live.SessionSnapshot;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Starts an interview: whoever asks is its candidate. The session's id follows from the client's Idempotency-Key, and for a
 * guest from their link, so that asking twice opens one interview.
 */
public final class InterviewStart {
    private final Guard guard;
    private final Commands commands;
    private final LiveSessions sessions;
    private final GuestLinks links;
    private final Sealer sealer;
    private final KeyVault keys;

    record FirstQuestion(String id, String text, String category) {}

    record Started(String sessionId, Instant startedAt, int totalQuestions, FirstQuestion currentQuestion, long seq) {}

    /**
     * @param links what guests may start
     * @param keys makes the session's key at once, so that answers need nobody later
     */
    public InterviewStart(
            Guard guard, Commands commands, LiveSessions sessions, GuestLinks links, Sealer sealer, KeyVault keys) {
        this.guard = guard;
        this.commands = commands;
        this.sessions = sessions;
        this.links = links;
        this.sealer = sealer;
        this.keys = keys;
    }

    /** {@code POST /api/v1/interviews/start}. */
    public void start(Context context) {
        Principal caller = guard.require(context, Role.CANDIDATE, Role.INTERVIEWER, Role.ADMIN);
        StartRequest body = HttpService.body(context, StartRequest.class);
        Request request = request(context, caller);
        Optional<SessionSnapshot> before = sessions.snapshot(request.sessionId());
        if (before.isPresent()) {
            reply(context, before.get());
            return;
        }
        Optional<GuestLink> link = caller.guestLinkId().map(it -> link(caller));
        InterviewSetup setup = link.map(it -> body.setup(it.setup())).orElseGet(() -> own(caller, body));
        Optional<String> description = link.flatMap(GuestLink::jobDescription).or(body::description);
        sessions.started(request.sessionId(), Standing.starter(caller));
        keys.obtain(request.subject());
        caller.guestLinkId().ifPresent(it -> links.started(caller.organisationId(), UUID.fromString(it)));
        Commands.Outcome outcome = commands.send(request, () -> payload(request, setup, description, body.cv()));
        if (CommandReplies.accepted(request, outcome).isEmpty()) {
            CommandReplies.pending(context, request);
            return;
        }
        Optional<SessionSnapshot> session =
                commands.awaitSession(request.sessionId(), it -> it.currentQuestion() != null);
        session.ifPresentOrElse(it -> reply(context, it), () -> CommandReplies.pending(context, request));
    }

    /** Candidates take their organisation's default: another bank may be meant for others. */
    private static InterviewSetup own(Principal caller, StartRequest body) {
        InterviewSetup setup = body.setup();
        if (caller.role() == Role.CANDIDATE && setup.bankId().isPresent()) {
            throw Problem.forbidden("Expected no bank_id from a candidate, but there is one");
        }
        return setup;
    }

    private Request request(Context context, Principal caller) {
        if (caller.guestLinkId().isPresent()) {
            String link = caller.guestLinkId().get();
            return Request.of(context, caller, GuestLink.sessionOf(link), "start-" + link);
        }
        Optional<String> key = CommandId.given(context);
        String sessionId = key.map(it -> Ids.named("colloquy/session/" + Standing.starter(caller) + "/" + it))
                .orElseGet(Ids::next)
                .toString();
        return Request.of(
                context, caller, sessionId, key.orElseGet(() -> Ids.next().toString()));
    }

    private GuestLink link(Principal guest) {
        return links.find(
                        guest.organisationId(),
                        UUID.fromString(guest.guestLinkId().orElseThrow()))
                .orElseThrow(() -> Problem.notFound("Expected the guest's link, but it is gone"));
    }

    private StartSession payload(
            Request request, InterviewSetup setup, Optional<String> description, Optional<String> cv) {
        Principal caller = request.principal();
        Optional<String> name = setup.candidateName()
                .or(() -> caller.guestLinkId().isPresent() ? Optional.empty() : Optional.of(caller.name()));
        return StartSession.newBuilder()
                .setCandidateId(caller.userId())
                .setCandidateName(sealed(request, PersonalContent.CANDIDATE_NAME, name))
                .setJobTitle(setup.jobTitle())
                .setJobDescription(sealed(request, PersonalContent.JOB_DESCRIPTION, description))
                .setCv(sealed(request, PersonalContent.CV, cv))
                .setInterviewKind(setup.interviewKind())
                .setLanguage(setup.language())
                .setQuestionCount(setup.questionCount())
                .setRecruitment(setup.recruitment())
                .setCandidateRegion(setup.candidateRegion().orElse(null))
                .setEmployerRegion(setup.employerRegion().orElse(null))
                .setBankId(setup.bankId().orElse(null))
                .setAdaptive(setup.adaptive())
                .setAskedBefore(sessions.askedBefore(caller.organisationId(), caller.userId()))
                .build();
    }

    private Personal sealed(Request request, String type, Optional<String> content) {
        return content.map(it -> sealer.seal(request.subject(), type, it)).orElse(null);
    }

    private static void reply(Context context, SessionSnapshot session) {
        FirstQuestion question = Optional.ofNullable(session.currentQuestion())
                .map(it -> new FirstQuestion(it.id(), it.text(), it.category()))
                .orElse(null);
        context.status(201)
                .json(new Started(
                        session.sessionId(),
                        session.startedAt(),
                        session.totalQuestions(),
                        question,
                        session.version()));
    }
}
