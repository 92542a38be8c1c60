package io.colloquy.platform.identity;

import io.colloquy.platform.http.Problem;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.Optional;

/** Lets a request in or not: the one place where bearer tokens are read. */
public final class Guard {
    private static final String PRINCIPAL = "colloquy.principal";
    private static final String BEARER = "Bearer ";

    private final TokenVerifier tokens;

    /** @param tokens verifies what callers bring */
    public Guard(TokenVerifier tokens) {
        this.tokens = tokens;
    }

    /**
     * Who is calling.
     *
     * @throws Problem 401 without a valid bearer token
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
