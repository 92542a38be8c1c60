package io.colloquy.ingest.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.colloquy.platform.identity.Principal;
import io.colloquy.platform.identity.TokenVerifier;
import io.colloquy.platform.ids.Ids;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;

/** Issues access tokens: RS256, short-lived, verified without asking anybody. Thread-safe. */
public final class TokenIssuer {
    private final RSASSASigner signer;
    private final Clock clock;
    private final Duration life;

    /**
     * @param key RSA
     * @param life how long a token is good for
     */
    public TokenIssuer(PrivateKey key, Clock clock, Duration life) {
        this.signer = new RSASSASigner(key);
        this.clock = clock;
        this.life = life;
    }

    /** With the key in a PEM file. */
    public static TokenIssuer of(Path pem, Clock clock, Duration life) {
        return new TokenIssuer(PrivateKeys.read(pem), clock, life);
    }

    /** A signed token that speaks for somebody. */
    @SuppressWarnings("JavaUtilDate") // The library's claims are java.util.Date.
    public String issue(Principal principal) {
        Instant now = clock.instant();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(TokenVerifier.ISSUER)
                .audience(TokenVerifier.ISSUER)
                .subject(principal.userId())
                .claim("org", principal.organisationId())
                .claim("role", principal.role().wireName())
                .claim("name", principal.name())
                .jwtID(Ids.next().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(life)));
        principal.sessionId().ifPresent(session -> claims.claim("session", session));
        principal.guestLinkId().ifPresent(link -> claims.claim("guest", link));
        return signed(claims.build());
    }

    /** How long a token is good for. */
    public Duration life() {
        return life;
    }

    private String signed(JWTClaimsSet claims) {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .type(JOSEObjectType.JWT)
                        .build(),
                claims);
        try {
            token.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException("Expected the private key to sign, but it does not", e);
        }
        return token.serialize();
    }
}
