package io.colloquy.ingest.socket;

import io.colloquy.schemas.live.ReadingsSnapshot;
import io.colloquy.schemas.live.SessionSnapshot;
import io.colloquy.schemas.live.SessionSnapshot.QuestionView;
import io.colloquy.schemas.live.SessionState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the candidate is told when something changes. Pure. */
public final class LiveChanges {
    /** A policy that this version does not know shows nothing. */
    private static final Set<String> SHOWN_TO_CANDIDATES = Set.of("PRACTICE", "REVIEWER");

    private LiveChanges() {}

    /**
     * The messages for a new snapshot.
     *
     * @param before null at first
     */
    public static List<ServerMessage> of(SessionSnapshot before, SessionSnapshot after) {
        if (before == null) {
            return List.of(new ServerMessage.Session(after));
        }
        if (after.version() <= before.version()) {
            return List.of();
        }
        List<ServerMessage> messages = new ArrayList<>();
        messages.add(new ServerMessage.Session(after));
        if (!Objects.equals(id(before), id(after))) {
            messages.add(new ServerMessage.Question(after.currentQuestion()));
        }
        messages.addAll(scores(before, after));
        return messages;
    }

    /** The readings as the candidate may see them; empty when the policy shows none. */
    public static Optional<ReadingsSnapshot> visible(SessionSnapshot session, ReadingsSnapshot readings) {
        boolean emotion = SHOWN_TO_CANDIDATES.contains(session.policy().emotion());
        boolean faces = session.policy().faceSignals();
        if (!emotion && !faces) {
            return Optional.empty();
        }
        return Optional.of(new ReadingsSnapshot(
                readings.version(),
                readings.stream(),
                readings.frameSeq(),
                readings.capturedAt(),
                faces ? readings.faces() : 0,
                faces ? readings.face() : null,
                faces ? readings.eyesOpen() : null,
                faces ? readings.blinks() : 0,
                readings.reason(),
                emotion ? readings.emotion() : null,
                faces ? readings.presence() : null,
                faces ? readings.blinksPerMinute() : null,
                faces ? readings.quality() : null));
    }

    /** Whether nothing more will change that a candidate waits for. */
    public static boolean over(SessionSnapshot session) {
        return !session.state().open() && (session.evaluated() || session.state() != SessionState.COMPLETED);
    }

    private static List<ServerMessage> scores(SessionSnapshot before, SessionSnapshot after) {
        Map<String, QuestionView> known = before.questions().stream()
                .collect(Collectors.toMap(QuestionView::id, Function.identity(), (first, second) -> second));
        return after.questions().stream()
                .filter(question -> question.outcome() != null)
                .filter(question -> !sameOutcome(known.get(question.id()), question))
                .<ServerMessage>map(question -> new ServerMessage.Score(new ServerMessage.ScoreData(
                        question.id(), question.outcome(), question.overall(), question.provider(), question.model())))
                .toList();
    }

    private static boolean sameOutcome(QuestionView before, QuestionView after) {
        return before != null
                && after.outcome().equals(before.outcome())
                && Objects.equals(after.overall(), before.overall());
    }

    private static String id(SessionSnapshot session) {
        return session.currentQuestion() == null
                ? null
                : session.currentQuestion().id();
    }
}
