package io.colloquy.sessions.readmodel;

import io.colloquy.events.OrganisationConfigured;
import io.colloquy.events.OrganisationEvent;
import io.colloquy.events.QuestionBankPublished;
import io.colloquy.events.QuestionBankSelected;
import io.colloquy.platform.json.Json;
import io.colloquy.schemas.Topics;
import io.colloquy.schemas.wire.EventSerdes;
import io.colloquy.sessions.projection.Batch;
import io.colloquy.sessions.projection.Identifiers;
import io.colloquy.sessions.projection.TopicReader;
import io.colloquy.sessions.projection.TopicReader.Sorted;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** {@code organisation-events} into {@code organisations}: the latest settings of each. */
final class OrganisationsFeed implements TableFeed {
    private final TopicReader<OrganisationEvent, Optional<Row>> reader;

    /** A row; {@code providerChain} is a JSON array. */
    public record Row(
            UUID organisationId,
            String name,
            String emotion,
            boolean faceSignals,
            String region,
            String providerChain,
            long idleTimeoutMs,
            Instant updatedAt) {

        /** Empty for a question bank, which reports do not need. */
        static Optional<Row> of(OrganisationEvent value) {
            Identifiers.requireUuid("organisation_id", value.getOrganisationId());
            return switch (value.getPayload()) {
                case OrganisationConfigured it ->
                    Optional.of(new Row(
                            UUID.fromString(value.getOrganisationId()),
                            it.getName(),
                            it.getEmotion().name(),
                            it.getFaceSignals(),
                            it.getRegion(),
                            Json.write(it.getProviderChain()),
                            it.getIdleTimeoutMs(),
                            value.getOccurredAt()));
                case QuestionBankPublished it -> Optional.empty();
                case QuestionBankSelected it -> Optional.empty();
                case null, default ->
                    throw new IllegalArgumentException("Expected a payload of organisation-events, but got another");
            };
        }
    }

    OrganisationsFeed(EventSerdes serdes) {
        this.reader = new TopicReader<>(Topics.ORGANISATION_EVENTS, serdes, Row::of);
    }

    @Override
    public Work prepare(Batch batch) {
        Sorted<Optional<Row>> sorted = reader.read(batch);
        return new Work(sorted.poison(), handle -> write(handle, sorted));
    }

    private static void write(Handle handle, Sorted<Optional<Row>> sorted) {
        PreparedBatch rows = handle.prepareBatch("""
                insert into readmodel.organisations
                    (organisation_id, name, emotion, face_signals, region, provider_chain, idle_timeout_ms, updated_at)
                values (:organisationId, :name, :emotion, :faceSignals, :region,
                    array(select jsonb_array_elements_text(cast(:providerChain as jsonb))), :idleTimeoutMs, :updatedAt)
                on conflict (organisation_id) do update set
                    name = excluded.name, emotion = excluded.emotion, face_signals = excluded.face_signals,
                    region = excluded.region, provider_chain = excluded.provider_chain,
                    idle_timeout_ms = excluded.idle_timeout_ms, updated_at = excluded.updated_at
                """);
        sorted.entries()
                .forEach(entry ->
                        entry.value().ifPresent(row -> rows.bindMethods(row).add()));
        rows.execute();
    }
}
