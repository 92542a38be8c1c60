package io.colloquy.frames.policy;

import io.colloquy.events.OrganisationConfigured;
import io.colloquy.events.OrganisationEvent;
import io.colloquy.schemas.OrganisationKeys;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The latest settings of each organisation. What cannot be read opens nothing: the defaults apply. Thread-safe. */
public final class OrganisationLedger {
    private static final Logger LOG = LoggerFactory.getLogger(OrganisationLedger.class);

    private final Map<String, OrganisationSetting> settings = new ConcurrentHashMap<>();
    private final Deserializer<OrganisationEvent> deserializer;

    /** @param deserializer of the topic's values */
    public OrganisationLedger(Deserializer<OrganisationEvent> deserializer) {
        this.deserializer = deserializer;
    }

    /** What an organisation asked for last. */
    public OrganisationSetting of(String organisationId) {
        return settings.getOrDefault(organisationId, OrganisationSetting.DEFAULT);
    }

    /**
     * Takes in a record; only settings count.
     *
     * @param key of the record; one without a key is nobody's
     * @param value null where the settings were deleted
     */
    public void take(String topic, String key, byte[] value) {
        if (key == null || !OrganisationKeys.isSettings(key)) {
            return;
        }
        try {
            settings.put(key, read(topic, value));
        } catch (SerializationException e) {
            settings.remove(key);
            LOG.atWarn()
                    .addKeyValue("organisation_id", key)
                    .addKeyValue("reason", e.getMessage())
                    .log("settings cannot be read, defaults apply");
        }
    }

    private OrganisationSetting read(String topic, byte[] value) {
        if (value == null) {
            return OrganisationSetting.DEFAULT;
        }
        return deserializer.deserialize(topic, value).getPayload() instanceof OrganisationConfigured it
                ? new OrganisationSetting(it.getEmotion(), it.getFaceSignals(), Optional.ofNullable(it.getRegion()))
                : OrganisationSetting.DEFAULT;
    }
}
