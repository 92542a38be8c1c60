package io.colloquy.platform.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.colloquy.platform.ids.Ids;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Verifies access tokens: RS256 and nothing else, issuer, audience, time, and every claim that is used. Thread-safe. */
public final class TokenVerifier {
    /** Claim {@code iss}, and the only entry of {@code aud}. */
    public static final String ISSUER = "colloquy";

    private static final int MAX_TOKEN_CHARS = 4_096;

    private final RSASSAVerifier verifier;
    private final Clock clock;

    /** @param key of the issuer */
    public TokenVerifier(RSAPublicKey key, Clock clock) {
        this.verifier = new RSASSAVerifier(key);
        this.clock = clock;
    }

    /** Who the token speaks for; empty when it is forged, stale, malformed or meant for something else. */
    public Optional<Principal> verify(String token) {
        if (token == null || token.length() > MAX_TOKEN_CHARS) {
            return Optional.empty();
        }
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            return signed(jwt) && current(jwt.getJWTClaimsSet())
                    ? Optional.of(principal(jwt.getJWTClaimsSet()))
                    : Optional.empty();
        } catch (ParseException | JOSEException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private boolean signed(SignedJWT jwt) throws JOSEException {
        return JWSAlgorithm.RS256.equals(jwt.getHeader().getAlgorithm())
                && JOSEObjectType.JWT.equals(jwt.getHeader().getType())
                && jwt.verify(verifier);
    }

    private boolean current(JWTClaimsSet claims) {
        Instant now = clock.instant();
        return ISSUER.equals(claims.getIssuer())
                && claims.getAudience().size() == 1
                && claims.getAudience().contains(ISSUER)
                && claims.getExpirationTime() != null
                && now.isBefore(claims.getExpirationTime().toInstant())
                && claims.getIssueTime() != null
                && !claims.getIssueTime().toInstant().isAfter(now.plusSeconds(60));
    }

    private static Principal principal(JWTClaimsSet claims) throws ParseException {
        return new Principal(
                uuid(claims.getSubject()),
                uuid(claims.getStringClaim("org")),
                Role.ofWireName(required(claims.getStringClaim("role"))),
                required(claims.getStringClaim("name")),
                Optional.ofNullable(claims.getStringClaim("session")).map(TokenVerifier::uuid),
                Optional.ofNullable(claims.getStringClaim("guest")).map(TokenVerifier::uuid));
    }

    private static String uuid(String claim) {
        if (!Ids.isUuid(claim)) {
            throw new IllegalArgumentException("Expected a UUID, but the claim is something else");
        }
        return claim;
    }

    private static String required(String claim) {
        if (claim == null) {
            throw new IllegalArgumentException("Expected a claim, but it is missing");
        }
        return claim;
    }
}
