package io.colloquy.local.emotion;

import io.colloquy.events.CompleteSession;
import io.colloquy.events.EmotionPolicy;
import io.colloquy.events.GiveConsent;
import io.colloquy.events.OrganisationConfigured;
import io.colloquy.events.OrganisationEvent;
import io.colloquy.events.Personal;
import io.colloquy.events.Question;
import io.colloquy.events.QuestionAsked;
import io.colloquy.events.QuestionsPlanned;
import io.colloquy.events.SessionCommand;
import io.colloquy.events.SessionEvent;
import io.colloquy.events.SkipQuestion;
import io.colloquy.events.StartSession;
import io.colloquy.events.SubmitAnswer;
import io.colloquy.local.demo.Answers;
import io.colloquy.platform.ids.Ids;
import io.colloquy.platform.sealing.Sealer;
import io.colloquy.platform.sealing.Subject;
import io.colloquy.schemas.PersonalContent;
import io.colloquy.schemas.Topic;
import io.colloquy.schemas.Topics;
import io.colloquy.schemas.wire.EventHeaders;
import io.colloquy.schemas.wire.EventSerdes;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.test.TestRecord;

/** The same interview every time: a good answer, an empty one, nonsense, a skipped question and one more good answer. */
final class ScriptedInterview {
    static final Instant TIME = Instant.parse("2026-03-01T10:00:00Z");

    private static final String ORGANISATION = "0190a000-0000-7000-8000-000000000001";
    private static final String SESSION = "0190a000-0000-7000-8000-00000000000a";
    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    private static final int QUESTIONS = 5;
    private static final int EMPTY = 2;
    private static final int NONSENSE = 3;
    private static final int SKIPPED = 4;

    private final EventSerdes serdes;
    private final Sealer sealer;
    private final String more;
    private final Map<String, Personal> answers = new HashMap<>();

    /** @param more said at the end of each answer that says anything */
    ScriptedInterview(EventSerdes serdes, Sealer sealer, String more) {
        this.serdes = serdes;
        this.sealer = sealer;
        this.more = more;
    }

    /** Plays it, with the readings spread over all of it. */
    void play(BothTopologies both, Readings readings) {
        Player player = new Player(both, readings);
        player.configure();
        player.command(new StartSession(
                "candidate",
                null,
                "Software engineer",
                null,
                null,
                "mixed",
                "en",
                QUESTIONS,
                false,
                null,
                null,
                true,
                null,
                List.of()));
        player.command(new GiveConsent(true, "1"));
        for (int position = 1; position <= QUESTIONS; position++) {
            Question question = player.currentQuestion();
            player.command(
                    position == SKIPPED
                            ? new SkipQuestion(question.getQuestionId())
                            : new SubmitAnswer(question.getQuestionId(), answer(position, question), 30_000L, null));
        }
        player.command(new CompleteSession());
    }

    /** Sealed once, so that every run has the same bytes. */
    private Personal answer(int position, Question question) {
        String text = switch (position) {
            case EMPTY -> "";
            case NONSENSE -> "asdf jkl asdf jkl";
            default -> Answers.sample().to(position, question.getText()) + more;
        };
        return answers.computeIfAbsent(
                text, said -> sealer.seal(new Subject(ORGANISATION, SESSION), PersonalContent.ANSWER, said));
    }

    private final class Player {
        private static final int STEPS = QUESTIONS + 3;

        private final BothTopologies both;
        private final Readings readings;
        private int step;
        private int frame;

        Player(BothTopologies both, Readings readings) {
            this.both = both;
            this.readings = readings;
        }

        void configure() {
            OrganisationConfigured settings = OrganisationConfigured.newBuilder()
                    .setName("Acme")
                    .setEmotion(EmotionPolicy.PRACTICE)
                    .setFaceSignals(true)
                    .setRegion(null)
                    .setProviderChain(List.of("built-in-rubric"))
                    .setIdleTimeoutMs(Duration.ofHours(1).toMillis())
                    .build();
            offer(
                    Topics.ORGANISATION_EVENTS,
                    ORGANISATION,
                    OrganisationEvent.newBuilder()
                            .setEventId("settings")
                            .setSessionId("")
                            .setOrganisationId(ORGANISATION)
                            .setSeq(0)
                            .setOccurredAt(TIME)
                            .setCorrelationId("test")
                            .setPayload(settings)
                            .build());
        }

        void command(Object payload) {
            step++;
            offer(
                    Topics.SESSION_COMMANDS,
                    SESSION,
                    SessionCommand.newBuilder()
                            .setEventId(Ids.named("command-" + step).toString())
                            .setSessionId(SESSION)
                            .setOrganisationId(ORGANISATION)
                            .setSeq(0)
                            .setOccurredAt(now())
                            .setCorrelationId("test")
                            .setActorId("candidate")
                            .setActorRole("candidate")
                            .setPayload(payload)
                            .build());
            see();
        }

        Question currentQuestion() {
            String id = payloads(QuestionAsked.class).getLast().getQuestionId();
            return payloads(QuestionsPlanned.class).getFirst().getQuestions().stream()
                    .filter(question -> question.getQuestionId().equals(id))
                    .findFirst()
                    .orElseThrow();
        }

        private <P> List<P> payloads(Class<P> type) {
            return both.outputs().stream()
                    .filter(output -> output.topic().equals(Topics.SESSION_EVENTS.name()))
                    .map(output -> event(output.value()).getPayload())
                    .filter(type::isInstance)
                    .map(type::cast)
                    .toList();
        }

        /** The next part of the frames. */
        private void see() {
            int until = readings.seen().size() * step / STEPS;
            for (; frame < until; frame++) {
                offer(Topics.FRAME_READINGS, SESSION, readings.face(frame, SESSION, ORGANISATION, now()));
                offer(Topics.EMOTION_READINGS, SESSION, readings.emotion(frame, SESSION, ORGANISATION, now()));
            }
        }

        private <V extends SpecificRecord> void offer(Topic<V> topic, String key, V value) {
            both.offer(
                    topic.name(),
                    new TestRecord<>(
                            key,
                            serdes.serializer(topic).serialize(topic.name(), value),
                            new EventHeaders("id", "Test", "test", now(), TRACE).toHeaders(),
                            now()));
        }

        private SessionEvent event(byte[] value) {
            return serdes.deserializer(Topics.SESSION_EVENTS).deserialize(Topics.SESSION_EVENTS.name(), value);
        }

        private Instant now() {
            return TIME.plusSeconds(step);
        }
    }
}
