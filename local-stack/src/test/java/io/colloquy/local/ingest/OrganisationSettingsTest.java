package io.colloquy.local.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.colloquy.events.OrganisationConfigured;
import io.colloquy.events.OrganisationEvent;
import io.colloquy.ingest.IngestService;
import io.colloquy.platform.kafka.KafkaClients;
import io.colloquy.platform.kafka.KafkaConfig;
import io.colloquy.schemas.OrganisationKeys;
import io.colloquy.schemas.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An organisation's settings, changed by its administrator, and what is published of them. */
class OrganisationSettingsTest {
    private static final String PATH = "/api/v1/organisation";

    @TempDir
    static Path folder;

    private static IngestStage stage;
    private static IngestService door;
    private static IngestService other;

    @BeforeAll
    static void start() throws Exception {
        stage = new IngestStage(folder);
        door = stage.door(Map.of());
        other = stage.door(Map.of());
        stage.seed(door);
    }

    @AfterAll
    static void stop() {
        other.close();
        door.close();
        stage.close();
    }

    @Test
    void shouldPublishWhatAnAdministratorChanges() {
        // given
        Caller admin = caller(door, "admin@acme.example");
        Caller.Reply before = admin.get(PATH);
        ObjectNode wanted = body(before);
        wanted.put("default_bank", "sales").put("idle_timeout_seconds", 900);
        wanted.putObject("chains").putArray("planning").add("openai");

        // when
        Caller.Reply changed = admin.put(PATH, wanted, "If-Match", tag(before));

        // then
        assertThat(changed.status()).isEqualTo(200);
        assertThat(tag(changed)).isNotEqualTo(tag(before));
        assertThat(admin.get(PATH).body()).isEqualTo(changed.body());
        assertThat(published(IngestStage.ORGANISATION.toString())).hasValueSatisfying(settings -> {
            assertThat(settings.getDefaultBank()).isEqualTo("sales");
            assertThat(settings.getChains()).isEqualTo(Map.of("planning", List.of("openai")));
            assertThat(settings.getIdleTimeoutMs()).isEqualTo(900_000L);
        });
    }

    @Test
    void shouldLetOneOfTwoChangesWinAndPublishIt() {
        // given
        List<Caller> admins = List.of(caller(door, "admin@acme.example"), caller(other, "admin@acme.example"));
        Caller.Reply before = admins.getFirst().get(PATH);

        // when
        List<CompletableFuture<Caller.Reply>> changes = IntStream.range(0, 6)
                .mapToObj(i -> CompletableFuture.supplyAsync(() ->
                        admins.get(i % 2).put(PATH, body(before).put("name", "Acme " + i), "If-Match", tag(before))))
                .toList();
        List<Caller.Reply> replies =
                changes.stream().map(CompletableFuture::join).toList();

        // then
        assertThat(replies)
                .extracting(Caller.Reply::status)
                .containsOnly(200, 412)
                .containsOnlyOnce(200);
        String name = admins.getFirst().get(PATH).body().path("name").asText();
        assertThat(published(IngestStage.ORGANISATION.toString()).orElseThrow().getName())
                .isEqualTo(name);
    }

    @Test
    @Timeout(60)
    void shouldNotPileUpBehindSomebodyWhoDoesNotFinish() throws Exception {
        // given
        Caller admin = caller(door, "admin@acme.example");
        Caller.Reply before = admin.get(PATH);
        ObjectNode change = body(before).put("name", "Acme, later");

        // when
        Caller.Reply meanwhile = stage.whileLocked(
                "select 1 from identity.organisations where organisation_id = '" + IngestStage.ORGANISATION
                        + "' for update",
                () -> admin.put(PATH, change, "If-Match", tag(before)));

        // then
        assertThat(meanwhile.status()).isEqualTo(503);
        assertThat(meanwhile.body().path("detail").asText()).contains("nothing is saved, try again");
        assertThat(admin.put(PATH, change, "If-Match", tag(before)).status()).isEqualTo(200);
    }

    @Test
    void shouldLetOnlyAdministratorsInAndOnlyToTheirOwn() {
        // given
        Caller theirs = caller(door, "admin@other.example");
        ObjectNode change = body(theirs.get(PATH));

        // when
        Caller.Reply foreign = theirs.put(
                PATH,
                change.deepCopy().put("organisation_id", IngestStage.ORGANISATION.toString()),
                "If-Match",
                "\"1\"");

        // then
        assertThat(foreign.status()).isEqualTo(400);
        assertThat(theirs.get(PATH).body().path("name").asText()).isEqualTo("Other");
        assertThat(theirs.put(PATH, change).status()).isEqualTo(428);
        for (String name : List.of("candidate", "interviewer", "analyst")) {
            Caller caller = caller(door, name + "@acme.example");
            assertThat(caller.get(PATH).status()).as(name).isEqualTo(403);
            assertThat(caller.put(PATH, change, "If-Match", "\"1\"").status())
                    .as(name)
                    .isEqualTo(403);
        }
    }

    @Test
    void shouldLetNoCandidateChooseTheBank() {
        Caller.Reply reply = caller(door, "candidate@acme.example")
                .post("/api/v1/interviews/start", Map.of("job_title", "Engineer", "bank_id", "sales"));

        assertThat(reply.status()).isEqualTo(403);
    }

    private static Caller caller(IngestService service, String email) {
        return new Caller(service.port()).signedIn(email);
    }

    /** What was read, as it is sent back. */
    private static ObjectNode body(Caller.Reply reply) {
        ObjectNode body = reply.body().deepCopy();
        body.remove(List.of("organisation_id", "version"));
        return body;
    }

    private static String tag(Caller.Reply reply) {
        return reply.response().headers().firstValue("ETag").orElse("");
    }

    private static Optional<OrganisationConfigured> published(String organisation) {
        KafkaConfig kafka = stage.kafka();
        String topic = Topics.ORGANISATION_EVENTS.name();
        TopicPartition partition =
                new TopicPartition(topic, OrganisationKeys.partition(organisation, kafka.partitions()));
        List<OrganisationEvent> found = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer = KafkaClients.consumer(kafka, "test-settings")) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            while (consumer.position(partition) < end) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    if (record.key().equals(organisation)) {
                        found.add(kafka.serdes()
                                .deserializer(Topics.ORGANISATION_EVENTS)
                                .deserialize(topic, record.value()));
                    }
                }
            }
        }
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of((OrganisationConfigured) found.getLast().getPayload());
    }
}
