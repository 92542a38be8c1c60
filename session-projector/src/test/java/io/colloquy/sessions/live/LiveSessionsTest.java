package io.colloquy.sessions.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.colloquy.platform.json.Json;
import io.colloquy.schemas.live.Decision;
import io.colloquy.schemas.live.LiveKeys;
import io.colloquy.schemas.live.SessionSnapshot;
import io.colloquy.schemas.live.SessionState;
import io.colloquy.sessions.decider.Given;
import io.colloquy.sessions.decider.Interview;
import io.colloquy.sessions.decider.RandomInterview;
import io.colloquy.sessions.events.Command;
import io.colloquy.sessions.events.RecordedEvent;
import io.colloquy.sessions.model.SessionFold;
import io.colloquy.sessions.model.SessionModel;
import io.colloquy.sessions.projection.TopicReader.Entry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class LiveSessionsTest {
    private static final String DECISIONS = LiveKeys.decision(Given.SESSION, "");

    private static final String ASKED = LiveKeys.asked(Given.ORGANISATION, Given.CANDIDATE.id());

    private final InMemoryLiveStore store = new InMemoryLiveStore();

    @Test
    void shouldListNoReservesAndSayWhoPlanned() {
        // given
        Interview interview = new Interview();
        interview.send(Given.CANDIDATE, Given.start(true));
        interview.planned(Given.varied(8));

        // when
        SessionSnapshot snapshot = Snapshots.of(fold(interview.history()).orElseThrow());

        // then
        assertThat(snapshot.totalQuestions()).isEqualTo(5);
        assertThat(snapshot.questions()).hasSize(5);
        assertThat(snapshot.plannedBy()).isEqualTo(new SessionSnapshot.PlannedByView("built-in-bank", null, "1"));
    }

    @Test
    void shouldShowTheCurrentQuestionAndNotTheWordsOfThoseToCome() {
        // given
        Interview interview = Interview.running(2);

        // when
        take(interview.history(), Given.START);

        // then
        SessionSnapshot snapshot = snapshot();
        assertThat(snapshot.version()).isEqualTo(interview.history().size());
        assertThat(snapshot.state()).isEqualTo(SessionState.IN_PROGRESS);
        assertThat(snapshot.currentQuestion().id()).isEqualTo("q1");
        assertThat(snapshot.consent()).isEqualTo(new SessionSnapshot.ConsentView(true, true, snapshot.version()));
        assertThat(store.values.get(LiveKeys.session(Given.SESSION)))
                .contains("Question 1?")
                .doesNotContain("Question 2?");
    }

    @Test
    void shouldSayWhoScoredAndWithWhichModel() {
        // given
        Interview interview = Interview.running(2);
        interview.answer("q1");
        interview.scored("q1", 7.5);

        // when
        take(interview.history(), Given.START);

        // then
        assertThat(snapshot().questions().getFirst())
                .isEqualTo(new SessionSnapshot.QuestionView(
                        "q1", 1, "ANSWERED", "SCORED", 7.5, "built-in-rubric", "rules"));
    }

    @Test
    void shouldSayOfACommandWhatItsFirstEventSays() {
        // given
        Interview interview = Interview.running(2);
        int before = interview.history().size();
        interview.answer("q1");
        interview.answer("q1");
        List<RecordedEvent> caused =
                interview.history().subList(before, interview.history().size());

        // when
        take(interview.history(), Given.START);

        // then
        assertThat(decision(caused.getFirst())).isEqualTo(new Decision(before + 1, true, "AnswerAccepted", null, null));
        Decision refusal = decision(caused.getLast());
        assertThat(refusal.accepted()).isFalse();
        assertThat(refusal.rejection()).isEqualTo("INVALID_STATE");
        assertThat(refusal.reason()).startsWith("Expected the current question");
        assertThat(store.published.getLast().message())
                .isEqualTo(Long.toString(interview.history().size()));
    }

    @Test
    void shouldRefuseOnASessionThatNobodyStarted() {
        Interview interview = new Interview();
        interview.send(Given.CANDIDATE, new Command.CompleteSession());

        take(interview.history(), Given.START);

        assertThat(decision(interview.history().getFirst()).rejection()).isEqualTo("NOT_FOUND");
        assertThat(store.values).doesNotContainKey(LiveKeys.session(Given.SESSION));
    }

    @Test
    void shouldBringNoDecisionsOfADayAgoBack() {
        Interview interview = Interview.running(1);

        take(interview.history(), Given.START.plus(Duration.ofHours(25)));

        assertThat(store.values.keySet()).noneMatch(key -> key.startsWith(DECISIONS));
        assertThat(snapshot().version()).isEqualTo(interview.history().size());
    }

    @Test
    void shouldShowTheFoldHoweverTheLogIsCutAndRepeated() {
        for (long seed = 0; seed < 300; seed++) {
            // given
            store.values.clear();
            List<RecordedEvent> history = new RandomInterview(seed).play(50).history();
            Random random = new Random(seed);

            // when
            int at = 0;
            while (at < history.size()) {
                int from = Math.max(0, at - random.nextInt(4));
                int to = Math.min(history.size(), at + 1 + random.nextInt(6));
                take(history.subList(from, to), Given.START);
                at = to;
            }

            // then
            Optional<SessionModel> model = fold(history);
            assertThat(Optional.ofNullable(store.values.get(LiveKeys.session(Given.SESSION))))
                    .as("seed %d", seed)
                    .isEqualTo(model.map(Snapshots::of).map(Json::write));
        }
    }

    @Test
    void shouldReadTheLogAgainForASessionThatHasExpiredHere() {
        // given
        Interview interview = Interview.running(1);
        interview.answer("q1");
        interview.send(Given.CANDIDATE, new Command.CompleteSession());
        interview.scored("q1", 8);
        take(interview.history(), Given.START);
        store.values.clear();
        List<RecordedEvent> past = interview.history();

        // when
        interview.send(Given.INTERVIEWER, new Command.OverrideScore("q1", 2, Given.sealed("why")));
        take(interview.history().subList(past.size(), past.size() + 1), Given.START, past);

        // then
        assertThat(snapshot()).isEqualTo(Snapshots.of(fold(interview.history()).orElseThrow()));
    }

    @Test
    void shouldReadTheLogAgainInsteadOfWhatItDidNotWrite() {
        // given
        Interview interview = Interview.running(1);
        List<RecordedEvent> past = interview.history();
        take(past, Given.START);
        store.values.replaceAll((key, value) -> "{\"of\":\"another version\"}");

        // when
        interview.answer("q1");
        take(interview.history().subList(past.size(), past.size() + 1), Given.START, past);

        // then
        assertThat(snapshot()).isEqualTo(Snapshots.of(fold(interview.history()).orElseThrow()));
    }

    @Test
    void shouldKeepNoContentAndDropReadingsOnceErased() {
        // given
        Interview interview = Interview.running(1);
        interview.answer("q1");
        interview.scored("q1", 8);
        take(interview.history(), Given.START);
        assertThat(store.values.values()).noneMatch(value -> value.contains("key-1"));
        store.values.put(LiveKeys.readings(Given.SESSION), "{}");

        // when
        interview.send(Given.CANDIDATE, new Command.EraseSession());
        take(interview.history(), Given.START);

        // then
        assertThat(snapshot().state()).isEqualTo(SessionState.ERASED);
        assertThat(store.values).doesNotContainKey(LiveKeys.readings(Given.SESSION));
    }

    @Test
    void shouldRememberWhatACandidateWasAskedHoweverOftenItIsRead() {
        // given
        Interview interview = Interview.running(3);
        interview.after(Duration.ofSeconds(1)).answer("q1");
        interview.send(Given.CANDIDATE, new Command.EraseSession());

        // when
        take(interview.history(), Given.START);
        take(interview.history(), Given.START);
        take(interview.history().subList(2, 5), Given.START);

        // then
        assertThat(store.newestFirst(ASKED)).containsExactly("Question 2?", "Question 1?");
        assertThat(store.newestFirst(LiveKeys.asked(Given.OTHER_ORGANISATION, Given.CANDIDATE.id())))
                .isEmpty();
    }

    @Test
    void shouldRememberTheNewestQuestionsOnly() {
        // given
        for (int days = 1; days <= AskedQuestions.MOST; days++) {
            store.make(new LiveWrite.Remember(
                    ASKED,
                    "Long ago " + days,
                    Given.START.minus(Duration.ofDays(days)),
                    AskedQuestions.MOST,
                    LiveKeyspace.ASKED_KEPT));
        }

        // when
        take(Interview.running(2).history(), Given.START);

        // then
        assertThat(store.newestFirst(ASKED))
                .hasSize(AskedQuestions.MOST)
                .startsWith("Question 1?", "Long ago 1")
                .endsWith("Long ago 59");
    }

    @Test
    void shouldRememberNothingOfNobody() {
        // given
        Interview interview = new Interview();
        Command.StartSession start = Given.start();
        interview.send(
                Given.INTERVIEWER,
                new Command.StartSession(
                        Optional.empty(),
                        start.candidateName(),
                        start.jobTitle(),
                        start.jobDescription(),
                        start.cv(),
                        start.interviewKind(),
                        start.language(),
                        start.questionCount(),
                        start.recruitment(),
                        start.candidateRegion(),
                        start.employerRegion(),
                        start.adaptive(),
                        start.bankId(),
                        start.askedBefore()));
        interview.planned(Given.plan(5));

        // when
        take(interview.history(), Given.START);

        // then
        assertThat(snapshot().currentQuestion()).isNotNull();
        assertThat(store.newestFirst(ASKED)).isEmpty();
    }

    private void take(List<RecordedEvent> events, Instant now) {
        take(events, now, List.of());
    }

    private void take(List<RecordedEvent> events, Instant now, List<RecordedEvent> past) {
        List<Entry<RecordedEvent>> entries = new ArrayList<>();
        for (RecordedEvent event : events) {
            entries.add(new Entry<>(new ConsumerRecord<>("t", 0, event.seq(), event.sessionId(), new byte[0]), event));
        }
        new LiveSessions(store, record -> past, Clock.fixed(now, ZoneOffset.UTC))
                .changes(entries)
                .forEach(store::make);
    }

    private SessionSnapshot snapshot() {
        return Json.read(store.values.get(LiveKeys.session(Given.SESSION)), SessionSnapshot.class);
    }

    private Decision decision(RecordedEvent recorded) {
        return Json.read(
                store.values.get(
                        LiveKeys.decision(Given.SESSION, recorded.causationId().orElseThrow())),
                Decision.class);
    }

    private static Optional<SessionModel> fold(List<RecordedEvent> history) {
        Optional<SessionModel> model = Optional.empty();
        for (RecordedEvent recorded : history) {
            model = SessionFold.fold(model, recorded).map(SessionModel::withoutContent);
        }
        return model;
    }
}
