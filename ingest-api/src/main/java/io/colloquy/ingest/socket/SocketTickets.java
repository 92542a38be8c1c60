package io.colloquy.ingest.socket;

import io.colloquy.ingest.identity.RandomToken;
import io.colloquy.ingest.live.RedisLink;
import io.colloquy.platform.json.Json;
import io.colloquy.schemas.live.LiveKeys;
import java.time.Duration;
import java.util.Optional;

/**
 * Tickets for a socket: good once, for 30 seconds, for one session. A browser cannot put a header on a socket's request, and
 * an access token does not belong into an address. Kept as hashes. Thread-safe; throws RedisException while it is away.
 */
public final class SocketTickets {
    /** How long a ticket is good. */
    public static final Duration LIFE = Duration.ofSeconds(30);

    private final RedisLink redis;

    /** @param redis where they are kept, so that any instance takes them */
    public SocketTickets(RedisLink redis) {
        this.redis = redis;
    }

    /** Whom a ticket lets in. */
    public record Holder(String sessionId, String organisationId, String userId) {}

    /** A new ticket. */
    public String issue(Holder holder) {
        RandomToken ticket = RandomToken.next();
        redis.set(LiveKeys.ticket(ticket.hash()), Json.write(holder), LIFE);
        return ticket.text();
    }

    /** Uses a ticket up; empty when it is unknown, used, too old, or for another session. */
    public Optional<Holder> take(String ticket, String sessionId) {
        return Optional.ofNullable(ticket)
                .filter(RandomToken::looksLikeOne)
                .flatMap(text -> redis.take(LiveKeys.ticket(new RandomToken(text).hash())))
                .map(json -> Json.read(json, Holder.class))
                .filter(holder -> holder.sessionId().equals(sessionId));
    }
}
