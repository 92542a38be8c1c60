package io.colloquy.ingest.identity;

import io.colloquy.platform.database.Database;
import io.colloquy.platform.http.HttpService;
import io.colloquy.platform.http.Problem;
import io.colloquy.platform.identity.Guard;
import io.colloquy.platform.identity.Principal;
import io.colloquy.platform.identity.Role;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An organisation's own settings, for its administrators. They hold for sessions that start from then on. */
public final class OrganisationEndpoints {
    private static final Logger LOG = LoggerFactory.getLogger(OrganisationEndpoints.class);

    private final Database database;
    private final SettingsPublisher publisher;
    private final Guard guard;

    record SettingsView(
            String organisationId,
            String name,
            String emotion,
            boolean faceSignals,
            String region,
            List<String> providerChain,
            Map<String, List<String>> chains,
            String defaultBank,
            long idleTimeoutSeconds,
            long version) {}

    /** @param seed publishes what is saved */
    public OrganisationEndpoints(Database database, IdentitySeed seed, Guard guard) {
        this.database = database;
        this.publisher = seed.publisher();
        this.guard = guard;
    }

    /** {@code GET /api/v1/organisation}. */
    public void read(Context context) {
        UUID organisation = organisation(guard.require(context, Role.ADMIN));
        Organisations.Kept kept = database.inOrganisation(
                        organisation.toString(), handle -> Organisations.find(handle, organisation))
                .orElseThrow(OrganisationEndpoints::unknown);
        reply(context, kept);
    }

    /** {@code PUT /api/v1/organisation}. */
    public void replace(Context context) {
        Principal caller = guard.require(context, Role.ADMIN);
        UUID organisation = organisation(caller);
        String expected = Optional.ofNullable(context.header("If-Match"))
                .orElseThrow(() -> Problem.preconditionRequired(
                        "Expected If-Match with the version that the change is based on, but there is none"));
        OrganisationSettings settings =
                HttpService.body(context, SettingsChange.class).of(organisation);
        Organisations.Kept kept = save(settings, expected);
        LOG.atInfo()
                .addKeyValue("organisation_id", organisation.toString())
                .addKeyValue("user_id", caller.userId())
                .addKeyValue("version", kept.version())
                .log("settings changed");
        publish(organisation);
        reply(context, kept);
    }

    private Organisations.Kept save(OrganisationSettings settings, String expected) {
        UUID organisation = settings.organisationId();
        try {
            return database.inOrganisation(organisation.toString(), handle -> {
                Organisations.Kept before =
                        Organisations.lock(handle, organisation).orElseThrow(OrganisationEndpoints::unknown);
                if (!isExpected(expected, before)) {
                    throw Problem.preconditionFailed(
                            "Expected the version in If-Match to be current, but it is %d".formatted(before.version()));
                }
                Organisations.save(handle, settings);
                return new Organisations.Kept(settings, before.version() + 1);
            });
        } catch (SettingsBusyException e) {
            throw Problem.unavailable(e.getMessage() + ": nothing is saved, try again");
        }
    }

    /** What is saved is published again at every start, so a failure here delays it and loses nothing. */
    private void publish(UUID organisation) {
        try {
            publisher.publish(organisation);
        } catch (IllegalStateException e) {
            LOG.atWarn()
                    .addKeyValue("organisation_id", organisation.toString())
                    .setCause(e)
                    .log("settings are saved but not published");
            throw Problem.unavailable(
                    "Expected Kafka to take the settings, but it did not: they are saved, save them again to publish them");
        }
    }

    private static boolean isExpected(String header, Organisations.Kept kept) {
        return header.strip().replaceFirst("^W/", "").equals(tag(kept));
    }

    private static String tag(Organisations.Kept kept) {
        return "\"" + kept.version() + "\"";
    }

    private static void reply(Context context, Organisations.Kept kept) {
        OrganisationSettings it = kept.settings();
        context.header("ETag", tag(kept))
                .header("Cache-Control", "no-store")
                .json(new SettingsView(
                        it.organisationId().toString(),
                        it.name(),
                        it.emotion().name(),
                        it.faceSignals(),
                        it.region().orElse(null),
                        it.providerChain(),
                        it.chains(),
                        it.defaultBank().orElse(null),
                        it.idleTimeout().toSeconds(),
                        kept.version()));
    }

    private static UUID organisation(Principal caller) {
        return UUID.fromString(caller.organisationId());
    }

    private static Problem unknown() {
        return Problem.notFound("Expected the settings of the organisation, but there are none");
    }
}
