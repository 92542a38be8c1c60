package io.colloquy.sessions.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.colloquy.events.AcceptedAnswer;
import io.colloquy.events.AnswerToEvaluate;
import io.colloquy.events.EmotionPolicy;
import io.colloquy.events.ExpireIfIdle;
import io.colloquy.events.OrganisationConfigured;
import io.colloquy.events.OrganisationEvent;
import io.colloquy.events.QuestionBankPublished;
import io.colloquy.events.QuestionBankSelected;
import io.colloquy.platform.ids.Ids;
import io.colloquy.platform.metrics.Metrics;
import io.colloquy.schemas.OrganisationKeys;
import io.colloquy.schemas.Topics;
import io.colloquy.schemas.wire.EventHeaders;
import io.colloquy.schemas.wire.EventSerdes;
import io.colloquy.sessions.decider.Evolver;
import io.colloquy.sessions.decider.Given;
import io.colloquy.sessions.decider.Interview;
import io.colloquy.sessions.decider.OrganisationBank;
import io.colloquy.sessions.decider.OrganisationSettings;
import io.colloquy.sessions.decider.RandomInterview;
import io.colloquy.sessions.decider.SessionState;
import io.colloquy.sessions.events.BankReference;
import io.colloquy.sessions.events.Command;
import io.colloquy.sessions.events.Event;
import io.colloquy.sessions.events.Input;
import io.colloquy.sessions.events.Policy;
import io.colloquy.sessions.events.RecordedEvent;
import io.colloquy.sessions.events.Rejection;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionTopologyTest {
    private static final Duration IDLE = OrganisationSettings.DEFAULT.idleTimeout();

    @TempDir
    private Path directory;

    private SessionTestDriver driver;
    private int inputs;

    @BeforeEach
    void open() {
        driver = new SessionTestDriver(directory.resolve("one"));
    }

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void shouldKeepItsNames() throws IOException {
        String described = SessionTopology.build(new EventSerdes(new InMemoryRegistry()), new Metrics())
                .describe()
                .toString();

        try (InputStream golden = getClass().getResourceAsStream("topology.txt")) {
            assertThat(described.strip()).isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8).strip());
        }
    }

    @Test
    void shouldRunAWholeInterview() {
        runningInterview();
        answer("q1");
        send(new Command.SkipQuestion("q2"));
        AcceptedAnswer accepted = driver.answers().getFirst();
        send(new Command.CompleteSession());
        driver.pipe(new Input.AnswerEvaluated(
                origin(), new Event.AnswerScored(accepted.getEventId(), "q1", Given.result(7))));

        List<RecordedEvent> history = driver.history();
        assertThat(history)
                .extracting(it -> it.event().type())
                .containsExactly(
                        "SessionStarted",
                        "QuestionsPlanned",
                        "QuestionAsked",
                        "ConsentGiven",
                        "AnswerAccepted",
                        "QuestionAsked",
                        "QuestionSkipped",
                        "SessionCompleted",
                        "AnswerScored",
                        "SessionEvaluated");
        assertThat(history).extracting(RecordedEvent::seq).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L);
        assertThat(history)
                .allSatisfy(it -> assertThat(Ids.isUuid(it.eventId())).isTrue());
        assertThat(history).extracting(RecordedEvent::eventId).doesNotHaveDuplicates();
    }

    @Test
    void shouldHandAnAnswerOnWithAllThatItsEvaluationNeeds() {
        runningInterview();
        answer("q1");

        RecordedEvent accepted = driver.history().stream()
                .filter(it -> it.event() instanceof Event.AnswerAccepted)
                .findFirst()
                .orElseThrow();
        assertThat(driver.answers()).singleElement().satisfies(answer -> {
            assertThat(answer.getCausationId()).isEqualTo(accepted.eventId());
            assertThat(answer.getSessionId()).isEqualTo(Given.SESSION);
            assertThat(answer.getPayload()).isInstanceOfSatisfying(AnswerToEvaluate.class, it -> {
                assertThat(it.getQuestion().getText()).isEqualTo("Question 1?");
                assertThat(it.getRubric().getDimensions()).isNotEmpty();
                assertThat(it.getJobTitle()).isEqualTo("Platform engineer");
                assertThat(it.getProviderChain()).containsExactly("built-in-rubric");
            });
        });
    }

    @Test
    void shouldChainEventsByTheHashOfTheirStoredBytes() {
        runningInterview();
        answer("q1");
        send(new Command.CompleteSession());

        Optional<String> before = Optional.empty();
        for (SessionTestDriver.StoredEvent event : driver.events()) {
            assertThat(event.recorded().previousHash()).isEqualTo(before);
            before = Optional.of(HexFormat.of().formatHex(Ids.sha256(event.bytes())));
        }
        assertThat(driver.sessions().get(Given.SESSION).lastHash()).isEqualTo(before);
    }

    @Test
    void shouldSetHeadersOfItsOwnAndKeepTheTrace() {
        send(Given.start());

        SessionTestDriver.StoredEvent event = driver.events().getFirst();
        assertThat(event.key()).isEqualTo(Given.SESSION);
        assertThat(EventHeaders.traceparent(event.headers())).contains(SessionTestDriver.TRACEPARENT);
        assertThat(event.headers().headers("ce_type"))
                .singleElement()
                .extracting(it -> new String(it.value(), StandardCharsets.UTF_8))
                .isEqualTo("io.colloquy.SessionStarted");
        assertThat(new String(event.headers().lastHeader("ce_id").value(), StandardCharsets.UTF_8))
                .isEqualTo(event.recorded().eventId());
        assertThat(event.recorded().causationId()).contains("input-1");
        assertThat(event.recorded().correlationId()).isEqualTo("correlation-1");
    }

    @Test
    void shouldResolveThePolicyFromTheOrganisationsLatestSettings() {
        driver.configure(settings(EmotionPolicy.OFF));
        driver.configure(settings(EmotionPolicy.REVIEWER));
        driver.pipe(Topics.ORGANISATION_EVENTS.name(), Given.OTHER_ORGANISATION, new byte[] {9, 9}, Given.START);

        send(Given.start());

        assertThat(driver.history().getFirst().event()).isInstanceOfSatisfying(Event.SessionStarted.class, started -> {
            assertThat(started.policy().emotion()).isEqualTo(Policy.Emotion.REVIEWER);
            assertThat(started.providerChain()).containsExactly("local-llm", "built-in-rubric");
            assertThat(started.idleTimeout()).isEqualTo(Duration.ofMinutes(7));
        });
    }

    @Test
    void shouldCopyTheCurrentVersionOfTheOrganisationsBankIntoTheStart() {
        driver.configure(settings(EmotionPolicy.OFF, "sales"));
        bank("sales", "v1", false);
        bank("sales", "v2", false);
        bank("nurses", "n1", false);

        send(Given.start());

        assertThat(driver.history().getFirst().event()).isInstanceOfSatisfying(Event.SessionStarted.class, started -> {
            assertThat(started.bank()).contains(new BankReference("sales", "v2"));
            assertThat(started.planningChain()).containsExactly("local-llm", "built-in-bank");
        });
    }

    @Test
    void shouldPreferTheBankThatTheStartNames() {
        driver.configure(settings(EmotionPolicy.OFF, "sales"));
        bank("sales", "v1", false);
        bank("nurses", "n1", false);

        send(startWith("nurses"));

        assertThat(driver.history().getFirst().event())
                .isInstanceOfSatisfying(
                        Event.SessionStarted.class,
                        started -> assertThat(started.bank()).contains(new BankReference("nurses", "n1")));
    }

    @Test
    void shouldTakeTheBuiltInBankWhenTheStartNamesIt() {
        driver.configure(settings(EmotionPolicy.OFF, "sales"));
        bank("sales", "v1", false);

        send(startWith(OrganisationBank.BUILT_IN));

        assertThat(driver.history().getFirst().event())
                .isInstanceOfSatisfying(
                        Event.SessionStarted.class,
                        started -> assertThat(started.bank()).isEmpty());
    }

    @Test
    void shouldSayThatTheBuiltInBankStandsInForADefaultThatIsNotThere() {
        driver.configure(settings(EmotionPolicy.OFF, "slaes"));
        bank("sales", "v1", false);

        send(Given.start());

        assertThat(driver.history().getFirst().event()).isInstanceOfSatisfying(Event.SessionStarted.class, started -> {
            assertThat(started.bank()).isEmpty();
            assertThat(started.missingBank()).contains("slaes");
        });
    }

    @Test
    void shouldSayThatTheBuiltInBankStandsInForADefaultThatWasRetired() {
        driver.configure(settings(EmotionPolicy.OFF, "sales"));
        bank("sales", "v1", true);

        send(Given.start());

        assertThat(driver.history().getFirst().event()).isInstanceOfSatisfying(Event.SessionStarted.class, started -> {
            assertThat(started.bank()).isEmpty();
            assertThat(started.missingBank()).contains("sales");
        });
    }

    @Test
    void shouldMissNoBankWhenThereIsOneOrNoneIsWanted() {
        send(Given.start());
        Event withoutDefault = driver.history().getFirst().event();

        assertThat(((Event.SessionStarted) withoutDefault).missingBank()).isEmpty();
    }

    @Test
    void shouldRefuseABankThatIsRetiredUnknownOrSomebodyElses() {
        bank("sales", "v1", true);
        driver.configure(
                OrganisationKeys.bank(Given.OTHER_ORGANISATION, "theirs"),
                said(new QuestionBankSelected("theirs", "v1", "Theirs", "en", 40, false, "author")));

        send(startWith("sales"));
        send(startWith("nurses"));
        send(startWith("theirs"));

        assertThat(driver.history())
                .extracting(RecordedEvent::event)
                .allSatisfy(event -> assertThat(event).isInstanceOf(Event.CommandRejected.class))
                .extracting(event -> ((Event.CommandRejected) event).rejection())
                .containsExactly(Rejection.INVALID_STATE, Rejection.NOT_FOUND, Rejection.NOT_FOUND);
    }

    @Test
    void shouldFallBackToTheDefaultsWhenSettingsCannotBeRead() {
        driver.pipe(Topics.ORGANISATION_EVENTS.name(), Given.ORGANISATION, new byte[] {9, 9}, Given.START);

        send(Given.start());

        assertThat(driver.history().getFirst().event())
                .isInstanceOfSatisfying(
                        Event.SessionStarted.class,
                        started -> assertThat(started.policy().emotion()).isEqualTo(Policy.Emotion.OFF));
    }

    @Test
    void shouldExpireASilentSessionThroughTheLog() {
        runningInterview();
        driver.advance(IDLE.minusSeconds(60));
        assertThat(driver.commands()).isEmpty();

        driver.advance(Duration.ofSeconds(90));

        assertThat(driver.history()).last().satisfies(it -> {
            assertThat(it.event()).isEqualTo(new Event.SessionExpired(Given.START));
            assertThat(it.occurredAt()).isAfterOrEqualTo(Given.START.plus(IDLE));
        });
        driver.advance(IDLE);
        assertThat(driver.commands())
                .singleElement()
                .satisfies(it -> assertThat(it.getPayload()).isEqualTo(new ExpireIfIdle(Given.START)));
        assertThat(driver.history()).isEmpty();
    }

    @Test
    void shouldNotExpireASessionThatIsKeptAwake() {
        runningInterview();
        driver.advance(IDLE.minusSeconds(60));
        driver.pipe(Given.command(
                "late", Given.START.plus(IDLE.minusSeconds(60)), Given.CANDIDATE, new Command.PauseSession()));

        driver.advance(IDLE.minusSeconds(60));

        assertThat(driver.commands()).isEmpty();
        assertThat(driver.history()).last().extracting(it -> it.event().type()).isEqualTo("SessionPaused");
    }

    @Test
    void shouldCountWhatItDecides() {
        send(Given.start());
        send(new Command.CompleteSession());
        driver.pipe(new Input.AnswerEvaluated(origin(), new Event.AnswerScored("none", "q1", Given.result(1))));

        assertThat(driver.metrics())
                .contains(
                        "colloquy_session_events_total{type=\"SessionStarted\",} 1.0",
                        "colloquy_session_commands_rejected_total{command=\"CompleteSession\",rejection=\"INVALID_STATE\",} 1.0",
                        "colloquy_session_inputs_ignored_total{input=\"AnswerEvaluated\",} 1.0");
    }

    @Test
    void shouldDeadLetterPoisonAndGoOn() {
        send(Given.start());
        for (String topic :
                List.of(Topics.SESSION_COMMANDS.name(), Topics.QUESTION_PLANS.name(), Topics.EVALUATIONS.name())) {
            driver.pipe(topic, Given.SESSION, new byte[] {1, 2, 3}, Given.START);
            driver.pipe(topic, Given.SESSION, new byte[] {0, 0, 0, 0, 99, 1}, Given.START);
            driver.pipe(topic, Given.SESSION, null, Given.START);
        }
        driver.pipe(new Input.PlanProposed(origin(), Given.plan(1)));

        assertThat(driver.deadLetters()).hasSize(9);
        assertThat(driver.history()).hasSize(3);
    }

    @Test
    void shouldIgnoreARecordUnderAnotherSessionsKey() {
        send(Given.start());
        Input.CommandReceived stray = (Input.CommandReceived)
                Given.command("stray", Given.START, Given.CANDIDATE, new Command.CancelSession());

        driver.pipe(
                Topics.SESSION_COMMANDS.name(), "another-key", driver.bytes(AvroInputs.command(stray)), Given.START);

        assertThat(driver.history()).hasSize(1);
        assertThat(driver.sessions().get("another-key")).isNull();
    }

    @Test
    void shouldDecideOnTheLogWhatItDecidesInMemory() {
        for (int seed = 0; seed < 50; seed++) {
            RandomInterview random = new RandomInterview(seed);
            Interview interview = random.play(60);
            try (SessionTestDriver fresh = new SessionTestDriver(directory.resolve("seed-" + seed))) {
                random.past().forEach(fresh::pipe);

                List<RecordedEvent> history = fresh.history();

                assertThat(history)
                        .as("seed %d", seed)
                        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("previousHash")
                        .isEqualTo(interview.history());
                assertThat(fresh.sessions().get(Given.SESSION).session())
                        .isEqualTo(Evolver.fold(history))
                        .isEqualTo(interview.state());
            }
        }
    }

    @Test
    void shouldGoOnFromTheChangelogAsIfNothingHadHappened() {
        runningInterview();
        answer("q1");
        List<RecordedEvent> before = driver.history();
        Map<String, byte[]> changelog = driver.changelog();

        try (SessionTestDriver restarted = new SessionTestDriver(directory.resolve("two")).restoring(changelog)) {
            SessionState restored = restarted.sessions().get(Given.SESSION).session();
            assertThat(restored).isEqualTo(Evolver.fold(before));
            restarted.pipe(command(new Command.CompleteSession()));

            RecordedEvent next = restarted.history().getFirst();
            assertThat(next.seq()).isEqualTo(before.size() + 1L);
            assertThat(next.previousHash())
                    .isEqualTo(driver.sessions().get(Given.SESSION).lastHash());
        }
    }

    private void runningInterview() {
        send(Given.start());
        driver.pipe(new Input.PlanProposed(origin(), Given.plan(2)));
        send(new Command.GiveConsent(true, "1"));
    }

    private void answer(String questionId) {
        send(new Command.SubmitAnswer(questionId, Given.sealed("words"), Duration.ofSeconds(30), Optional.empty()));
    }

    private void send(Command command) {
        driver.pipe(command(command));
    }

    private Input command(Command command) {
        return new Input.CommandReceived(origin(), Given.CANDIDATE, command);
    }

    private Input.Origin origin() {
        inputs++;
        return Given.origin("input-" + inputs, Given.START);
    }

    private static OrganisationEvent settings(EmotionPolicy emotion) {
        return settings(emotion, null);
    }

    private static OrganisationEvent settings(EmotionPolicy emotion, String defaultBank) {
        return said(new OrganisationConfigured(
                "Example",
                emotion,
                true,
                "US",
                List.of("local-llm", "built-in-rubric"),
                Duration.ofMinutes(7).toMillis(),
                Map.of("planning", List.of("local-llm"), "speech", List.of("voice")),
                defaultBank));
    }

    private static Command.StartSession startWith(String bankId) {
        Command.StartSession start = Given.start();
        return new Command.StartSession(
                start.candidateId(),
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
                Optional.of(bankId),
                start.askedBefore());
    }

    /** The current version of a bank, and the content of an older one behind it, as a saved bank leaves them. */
    private void bank(String bankId, String version, boolean retired) {
        driver.configure(
                OrganisationKeys.bank(Given.ORGANISATION, bankId),
                said(new QuestionBankSelected(bankId, version, "Sales", "en", 40, retired, "author")));
        driver.configure(
                OrganisationKeys.bankVersion(Given.ORGANISATION, bankId, "older"),
                said(new QuestionBankPublished(bankId, "older", "Sales", "en", List.of(), List.of(), "author")));
    }

    private static OrganisationEvent said(Object payload) {
        return OrganisationEvent.newBuilder()
                .setEventId("settings")
                .setSessionId("")
                .setOrganisationId(Given.ORGANISATION)
                .setSeq(0)
                .setOccurredAt(Instant.EPOCH)
                .setCorrelationId("c")
                .setPayload(payload)
                .build();
    }
}
