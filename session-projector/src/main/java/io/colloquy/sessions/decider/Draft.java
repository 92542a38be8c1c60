package io.colloquy.sessions.decider;

import io.colloquy.sessions.events.Question;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A state in the making; lives within one call of the evolver. */
final class Draft {
    Stage stage;
    Optional<String> organisationId;
    Optional<String> candidateId;
    long seq;
    Optional<Setup> setup;
    Consent consent;
    List<Question> questions;
    List<Progress> progress;
    Optional<String> current;
    boolean evaluated;
    Instant active;
    Instant latest;
    List<String> recentInputs;

    Draft(SessionState from) {
        stage = from.stage();
        organisationId = from.organisationId();
        candidateId = from.candidateId();
        seq = from.seq();
        setup = from.setup();
        consent = from.consent();
        questions = from.questions();
        progress = from.progress();
        current = from.current();
        evaluated = from.evaluated();
        active = from.active();
        latest = from.latest();
        recentInputs = from.recentInputs();
    }

    SessionState state() {
        return new SessionState(
                stage,
                organisationId,
                candidateId,
                seq,
                setup,
                consent,
                questions,
                progress,
                current,
                evaluated,
                active,
                latest,
                recentInputs);
    }
}
