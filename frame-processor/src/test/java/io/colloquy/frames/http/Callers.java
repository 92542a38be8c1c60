package io.colloquy.frames.http;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.colloquy.platform.identity.Guard;
import io.colloquy.platform.identity.Role;
import io.colloquy.platform.identity.TokenVerifier;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;

/** People with tokens. */
final class Callers {
    private final KeyPair keys;

    Callers() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            this.keys = generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    Guard guard() {
        return new Guard(new TokenVerifier((RSAPublicKey) keys.getPublic(), Clock.systemUTC()));
    }

    String token(String organisation, Role role) {
        return signed(claims(organisation, role));
    }

    /** Somebody who came by a link, for one interview. */
    String guest(String organisation) {
        return signed(claims(organisation, Role.CANDIDATE)
                .claim("session", UUID.randomUUID().toString())
                .claim("guest", UUID.randomUUID().toString()));
    }

    private static JWTClaimsSet.Builder claims(String organisation, Role role) {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(TokenVerifier.ISSUER)
                .audience(TokenVerifier.ISSUER)
                .subject(UUID.randomUUID().toString())
                .claim("org", organisation)
                .claim("role", role.wireName())
                .claim("name", "Ada")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(600)));
    }

    private String signed(JWTClaimsSet.Builder claims) {
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .type(JOSEObjectType.JWT)
                        .build(),
                claims.build());
        try {
            jwt.sign(new RSASSASigner(keys.getPrivate()));
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
        return jwt.serialize();
    }
}
