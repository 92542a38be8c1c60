package io.colloquy.sessions.live;

import io.colloquy.platform.json.Json;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Values in Redis. It is a cache: what is not as we write it counts as not there. */
final class Stored {
    private static final Logger LOG = LoggerFactory.getLogger(Stored.class);

    private Stored() {}

    static <T> Optional<T> read(String json, Class<T> type) {
        if (json == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Json.read(json, type));
        } catch (IllegalStateException e) {
            LOG.atWarn().addKeyValue("type", type.getSimpleName()).log("a value in Redis is not as we write it");
            return Optional.empty();
        }
    }
}
