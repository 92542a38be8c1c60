package io.colloquy.platform.identity;

import io.colloquy.platform.http.Problem;
import io.colloquy.platform.limits.LocalBuckets;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;

/** Lets a request in or not: the one place where bearer tokens are read. */
public final class Guard {
    private static final String PRINCIPAL = "colloquy.principal";
    private static final String BEARER = "Bearer ";

    private final TokenVerifier tokens;
    private final Predicate<String> within;

    /** @param tokens verifies what callers bring */
    public Guard(TokenVerifier tokens) {
        this(tokens, user -> true);
    }

    private Guard(TokenVerifier tokens, Predicate<String> within) {
        this.tokens = tokens;
        this.within = within;
    }

    /** The same guard, which also counts: a user gets so many requests a minute from this instance. */
    public Guard allowing(int requestsPerMinute) {
        return new Guard(tokens, new LocalBuckets(requestsPerMinute, Duration.ofMinutes(1))::tryTake);
    }

    /**
     * Who is calling.
     *
     * @throws Problem 401 without a valid bearer token, 429 over the limit
     */
    public Principal principal(Context context) {
        Principal known = context.attribute(PRINCIPAL);
        if (known != null) {
            return known;
        }
        Principal principal = Optional.ofNullable(context.header("Authorization"))
                .filter(header -> header.startsWith(BEARER))
                .flatMap(header -> tokens.verify(header.substring(BEARER.length())))
                .orElseThrow(() -> Problem.unauthorised("Expected a valid bearer token, but there is none"));
        if (!within.test(principal.userId())) {
            context.header("Retry-After", "5");
            throw Problem.rateLimited("Expected fewer requests a minute, but there were more");
        }
        context.attribute(PRINCIPAL, principal);
        return principal;
    }

    /**
     * Who is calling, if in one of these roles.
     *
     * @throws Problem 401 without a valid token, 403 in another role
     */
    public Principal require(Context context, Role... roles) {
        Principal principal = principal(context);
        if (Arrays.stream(roles).noneMatch(role -> role == principal.role())) {
            throw Problem.forbidden("Expected one of the roles %s, but the caller is %s"
                    .formatted(
                            Arrays.stream(roles).map(Role::wireName).toList(),
                            principal.role().wireName()));
        }
        return principal;
    }
}
