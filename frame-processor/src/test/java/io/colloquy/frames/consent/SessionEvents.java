package io.colloquy.frames.consent;

import io.colloquy.events.ConsentGiven;
import io.colloquy.events.ConsentWithdrawn;
import io.colloquy.events.EmotionPolicy;
import io.colloquy.events.Policy;
import io.colloquy.events.Rubric;
import io.colloquy.events.SessionErased;
import io.colloquy.events.SessionEvent;
import io.colloquy.events.SessionStarted;
import java.time.Instant;
import java.util.List;

/** Session events for tests. */
public final class SessionEvents {
    public static final String ORGANISATION = "018f0000-0000-7000-8000-000000000001";

    private SessionEvents() {}

    public static SessionEvent started(String session, EmotionPolicy emotion, boolean faceSignals) {
        return started(session, 1, new Policy(emotion, emotion, faceSignals, false, null, null));
    }

    public static SessionEvent started(String session, long seq, Policy policy) {
        return event(
                session,
                seq,
                SessionStarted.newBuilder()
                        .setJobTitle("Engineer")
                        .setInterviewKind("mixed")
                        .setLanguage("en")
                        .setQuestionCount(5)
                        .setPolicy(policy)
                        .setRubric(new Rubric("core", "1", "hash", List.of()))
                        .setProviderChain(List.of("built-in-rubric"))
                        .setIdleTimeoutMs(60_000)
                        .build());
    }

    public static SessionEvent consented(String session, long seq, boolean video) {
        return event(session, seq, new ConsentGiven(video, "1"));
    }

    public static SessionEvent withdrawn(String session, long seq) {
        return event(session, seq, new ConsentWithdrawn());
    }

    public static SessionEvent erased(String session, long seq) {
        return event(session, seq, new SessionErased());
    }

    private static SessionEvent event(String session, long seq, Object payload) {
        return SessionEvent.newBuilder()
                .setEventId(session + seq)
                .setSessionId(session)
                .setOrganisationId(ORGANISATION)
                .setSeq(seq)
                .setOccurredAt(Instant.EPOCH)
                .setCorrelationId("test")
                .setActorId("test")
                .setPayload(payload)
                .build();
    }
}
