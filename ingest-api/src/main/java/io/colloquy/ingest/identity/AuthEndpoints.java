package io.colloquy.ingest.identity;

import io.colloquy.ingest.limits.RateLimits;
import io.colloquy.platform.http.HttpService;
import io.colloquy.platform.http.Problem;
import io.colloquy.platform.identity.Guard;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sign-in, refresh, sign-out, and who is calling. */
public final class AuthEndpoints {
    private final SignIn signIn;
    private final RefreshFamilies families;
    private final AuthReplies replies;
    private final Guard guard;
    private final RateLimits limits;
    private final List<String> allowedOrigins;

    record Credentials(String email, String password) {}

    /** @param allowedOrigins other origins whose pages may use the cookie */
    public AuthEndpoints(
            SignIn signIn,
            RefreshFamilies families,
            AuthReplies replies,
            Guard guard,
            RateLimits limits,
            List<String> allowedOrigins) {
        this.signIn = signIn;
        this.families = families;
        this.replies = replies;
        this.guard = guard;
        this.limits = limits;
        this.allowedOrigins = List.copyOf(allowedOrigins);
    }

    /** {@code POST /api/v1/auth/login}. */
    public void login(Context context) {
        Credentials credentials = HttpService.body(context, Credentials.class);
        if (credentials.email() == null || credentials.password() == null) {
            throw Problem.invalidRequest("Expected email and password, but at least one is missing");
        }
        limits.requireSignIn(context, SignIn.normal(credentials.email()));
        SignedIn signedIn = signIn.with(credentials.email(), credentials.password())
                .orElseThrow(() ->
                        Problem.unauthorised("Expected an e-mail and its password, but they do not belong together"));
        replies.send(context, signedIn, Map.of());
    }

    /** {@code POST /api/v1/auth/refresh}. */
    public void refresh(Context context) {
        requireOwnPage(context);
        Optional<SignedIn> signedIn = RefreshCookie.read(context).flatMap(families::rotate);
        if (signedIn.isEmpty()) {
            RefreshCookie.clear(context);
            throw Problem.unauthorised("Expected a refresh token that is good, but there is none");
        }
        replies.send(context, signedIn.get(), Map.of());
    }

    /** {@code POST /api/v1/auth/logout}. */
    public void logout(Context context) {
        requireOwnPage(context);
        RefreshCookie.read(context).ifPresent(families::end);
        RefreshCookie.clear(context);
        context.status(204);
    }

    /** {@code GET /api/v1/auth/me}. */
    public void me(Context context) {
        context.json(AuthReplies.UserView.of(guard.principal(context)));
    }

    /** Another site's page never has the cookie; another port's page on the same host would. */
    private void requireOwnPage(Context context) {
        String origin = context.header("Origin");
        if (!Origins.allows(origin, context.header("Host"), allowedOrigins)) {
            throw Problem.forbidden("Expected a page of this service or of an allowed origin, but it is another");
        }
    }
}
