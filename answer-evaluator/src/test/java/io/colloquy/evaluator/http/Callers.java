package io.colloquy.evaluator.http;

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

/** Issues tokens to callers, and lets them in. */
final class Callers {
    static final String ORGANISATION = "0197c0de-0000-7000-8000-00000000000a";

    private final KeyPair keys;

    Callers() throws NoSuchAlgorithmException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        keys = generator.generateKeyPair();
    }

    Guard guard() {
        return new Guard(new TokenVerifier((RSAPublicKey) keys.getPublic(), Clock.systemUTC()));
    }

    String token(Role role) throws JOSEException {
        Instant now = Instant.now();
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .type(JOSEObjectType.JWT)
                        .build(),
                new JWTClaimsSet.Builder()
                        .issuer(TokenVerifier.ISSUER)
                        .audience(TokenVerifier.ISSUER)
                        .subject("0197c0de-0000-7000-8000-00000000000b")
                        .claim("org", ORGANISATION)
                        .claim("role", role.wireName())
                        .claim("name", "Ada")
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plusSeconds(60)))
                        .build());
        jwt.sign(new RSASSASigner(keys.getPrivate()));
        return jwt.serialize();
    }
}
