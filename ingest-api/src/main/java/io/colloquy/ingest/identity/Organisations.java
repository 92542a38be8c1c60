package io.colloquy.ingest.identity;

import com.fasterxml.jackson.core.type.TypeReference;
import io.colloquy.events.EmotionPolicy;
import io.colloquy.platform.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** Organisations' settings in Postgres. The handle is within the organisation whose settings are meant. */
final class Organisations {
    private static final String COLUMNS =
            "organisation_id, name, emotion, face_signals, region, provider_chain, idle_timeout_ms, chains, default_bank, version";
    private static final String LOCK_PATIENCE = "3s";
    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final TypeReference<Map<String, List<String>>> CHAINS = new TypeReference<>() {};

    private Organisations() {}

    /**
     * Settings as they are kept.
     *
     * @param version grows by one with every change
     */
    record Kept(OrganisationSettings settings, long version) {}

    static Optional<Kept> find(Handle handle, UUID organisationId) {
        return find(handle, organisationId, "");
    }

    /**
     * The same, and nobody changes them before the transaction ends.
     *
     * @throws SettingsBusyException when somebody else keeps them locked for longer than {@value #LOCK_PATIENCE}
     */
    static Optional<Kept> lock(Handle handle, UUID organisationId) {
        handle.execute("set local lock_timeout = '" + LOCK_PATIENCE + "'");
        try {
            return find(handle, organisationId, " for update");
        } catch (UnableToExecuteStatementException e) {
            if (e.getCause() instanceof SQLException sql && LOCK_NOT_AVAILABLE.equals(sql.getSQLState())) {
                throw new SettingsBusyException(e);
            }
            throw e;
        }
    }

    /** Creates or replaces. */
    static void save(Handle handle, OrganisationSettings settings) {
        bind(handle.createUpdate("""
                                insert into identity.organisations
                                    (organisation_id, name, emotion, face_signals, region, provider_chain, idle_timeout_ms,
                                     chains, default_bank)
                                values (:id, :name, :emotion, :faces, :region, string_to_array(:chain, ','), :idle,
                                     cast(:chains as jsonb), :bank)
                                on conflict (organisation_id) do update set
                                    name = excluded.name, emotion = excluded.emotion, face_signals = excluded.face_signals,
                                    region = excluded.region, provider_chain = excluded.provider_chain,
                                    idle_timeout_ms = excluded.idle_timeout_ms, chains = excluded.chains,
                                    default_bank = excluded.default_bank, version = organisations.version + 1
                                """), settings).execute();
    }

    private static <S extends SqlStatement<S>> S bind(S statement, OrganisationSettings settings) {
        return statement
                .bind("id", settings.organisationId())
                .bind("name", settings.name())
                .bind("emotion", settings.emotion().name())
                .bind("faces", settings.faceSignals())
                .bind("region", settings.region().orElse(null))
                .bind("chain", String.join(",", settings.providerChain()))
                .bind("idle", settings.idleTimeout().toMillis())
                .bind("chains", Json.write(settings.chains()))
                .bind("bank", settings.defaultBank().orElse(null));
    }

    private static Optional<Kept> find(Handle handle, UUID organisationId, String lock) {
        return handle.createQuery(
                        "select " + COLUMNS + " from identity.organisations where organisation_id = :id" + lock)
                .bind("id", organisationId)
                .map((row, context) -> kept(row))
                .findOne();
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(
                new OrganisationSettings(
                        row.getObject("organisation_id", UUID.class),
                        row.getString("name"),
                        EmotionPolicy.valueOf(row.getString("emotion")),
                        row.getBoolean("face_signals"),
                        Optional.ofNullable(row.getString("region")),
                        Arrays.asList((String[]) row.getArray("provider_chain").getArray()),
                        Duration.ofMillis(row.getLong("idle_timeout_ms")),
                        chains(row.getString("chains")),
                        Optional.ofNullable(row.getString("default_bank"))),
                row.getLong("version"));
    }

    private static Map<String, List<String>> chains(String json) {
        try {
            return Json.MAPPER.readValue(json, CHAINS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
