package io.colloquy.ingest.identity;

import io.colloquy.platform.identity.Principal;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/** Answers somebody who is in: access token in the body, refresh token in the cookie. */
public final class AuthReplies {
    private final TokenIssuer tokens;
    private final Clock clock;

    /** @param tokens issues the access token */
    public AuthReplies(TokenIssuer tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    /** Sends tokens and user, and whatever more there is to say. */
    public void send(Context context, SignedIn signedIn, Map<String, Object> more) {
        RefreshCookie.write(context, signedIn.refreshToken(), signedIn.refreshUntil(), clock.instant());
        Map<String, Object> reply = new LinkedHashMap<>();
        reply.put("access_token", tokens.issue(signedIn.principal()));
        reply.put("token_type", "Bearer");
        reply.put("expires_in", tokens.life().toSeconds());
        reply.put("user", UserView.of(signedIn.principal()));
        reply.putAll(more);
        context.header("Cache-Control", "no-store").json(reply);
    }

    /** A user as clients see them. */
    record UserView(String id, String organisationId, String role, String name) {
        static UserView of(Principal principal) {
            return new UserView(
                    principal.userId(),
                    principal.organisationId(),
                    principal.role().wireName(),
                    principal.name());
        }
    }
}
