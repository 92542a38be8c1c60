package io.colloquy.reports;

import io.colloquy.platform.database.Database;
import io.colloquy.platform.identity.Guard;
import io.colloquy.platform.metrics.Metrics;
import io.colloquy.platform.sealing.Sealer;
import io.colloquy.reports.http.EventStreams;
import io.colloquy.schemas.wire.EventSerdes;

/**
 * What every feature of this service stands on.
 *
 * @param guard reads tokens
 * @param database the read model
 * @param sealer opens content
 * @param serdes read stored events
 * @param streams server-sent events
 * @param metrics counts
 */
record Foundations(
        Guard guard, Database database, Sealer sealer, EventSerdes serdes, EventStreams streams, Metrics metrics) {}
