package io.colloquy.frames.policy;

import io.colloquy.events.EmotionPolicy;
import io.colloquy.events.OrganisationConfigured;
import io.colloquy.events.OrganisationEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.errors.SerializationException;

/** Organisations for tests: a ledger whose records are what was said here. */
public final class Organisations {
    private final Map<String, OrganisationEvent> said = new HashMap<>();
    private final OrganisationLedger ledger = new OrganisationLedger((topic, bytes) -> {
        OrganisationEvent event = said.get(new String(bytes, StandardCharsets.UTF_8));
        if (event == null) {
            throw new SerializationException("Expected settings, but got something else");
        }
        return event;
    });

    public OrganisationLedger ledger() {
        return ledger;
    }

    public void say(String organisation, EmotionPolicy emotion, boolean faceSignals, String region) {
        said.put(
                organisation,
                OrganisationEvent.newBuilder()
                        .setEventId("settings")
                        .setSessionId("")
                        .setOrganisationId(organisation)
                        .setSeq(0)
                        .setOccurredAt(Instant.EPOCH)
                        .setCorrelationId("test")
                        .setPayload(new OrganisationConfigured(
                                "Example",
                                emotion,
                                faceSignals,
                                region,
                                List.of("built-in-rubric"),
                                60_000L,
                                Map.of(),
                                null))
                        .build());
        ledger.take("organisations", organisation, organisation.getBytes(StandardCharsets.UTF_8));
    }

    public void sayNonsense(String organisation) {
        ledger.take("organisations", organisation, new byte[] {9, 9});
    }
}
