package io.colloquy.ingest.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.colloquy.platform.identity.Principal;
import io.colloquy.platform.identity.Role;
import io.colloquy.platform.identity.TokenVerifier;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the issuer signs, the verifier takes; anything else it does not. */
@SuppressWarnings("JavaUtilDate") // The library's claims are java.util.Date.
class TokenIssuerTest {
    private static final Instant NOW = Instant.parse("2026-05-01T10:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final KeyPair KEYS = pair();
    private static final KeyPair OTHERS = pair();
    private static final String USER = "0190a000-0000-7000-8000-00000000000a";
    private static final String ORGANISATION = "0190a000-0000-7000-8000-00000000000b";
    private static final Principal GUEST =
            new Principal(USER, ORGANISATION, Role.CANDIDATE, "Ada", Optional.of(ORGANISATION), Optional.of(USER));

    private final TokenVerifier verifier = new TokenVerifier((RSAPublicKey) KEYS.getPublic(), CLOCK);

    @Test
    void shouldIssueWhatTheVerifierTakes() {
        // given
        TokenIssuer issuer = new TokenIssuer(KEYS.getPrivate(), CLOCK, Duration.ofMinutes(15));

        // when
        String token = issuer.issue(GUEST);

        // then
        assertThat(verifier.verify(token)).contains(GUEST);
        assertThat(verifierAt(NOW.plusSeconds(899)).verify(token)).isPresent();
        assertThat(verifierAt(NOW.plusSeconds(900)).verify(token)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forged")
    void shouldNotTakeAForgedToken(String kind, String token) {
        // when
        Optional<Principal> principal = verifier.verify(token);

        // then
        assertThat(principal).as(kind).isEmpty();
    }

    static Stream<Arguments> forged() {
        String good = signed(UnaryOperator.identity());
        List<String> parts =
                List.of(good.substring(0, good.indexOf('.')), payload(good), good.substring(good.lastIndexOf('.') + 1));
        return Stream.of(
                Arguments.of("nothing", null),
                Arguments.of("empty", ""),
                Arguments.of("no dots", "token"),
                Arguments.of("too long", good + "x".repeat(5_000)),
                Arguments.of("no signature", parts.get(0) + "." + parts.get(1) + "."),
                Arguments.of("two parts", parts.get(0) + "." + parts.get(1)),
                Arguments.of("alg none", new PlainJWT(claims().build()).serialize()),
                Arguments.of("alg none in the header", header("{\"alg\":\"none\",\"typ\":\"JWT\"}") + rest(good)),
                Arguments.of("HS256 with the public key", hmac()),
                Arguments.of(
                        "RS384", signed(JWSAlgorithm.RS384, new RSASSASigner(KEYS.getPrivate()), claims().build())),
                Arguments.of(
                        "PS256", signed(JWSAlgorithm.PS256, new RSASSASigner(KEYS.getPrivate()), claims().build())),
                Arguments.of(
                        "another's key",
                        signed(JWSAlgorithm.RS256, new RSASSASigner(OTHERS.getPrivate()), claims().build())),
                Arguments.of(
                        "claims changed", parts.get(0) + "." + encoded("{\"role\":\"admin\"}") + "." + parts.get(2)),
                Arguments.of("signature changed", good.substring(0, good.length() - 6) + "AAAAAA"),
                Arguments.of("no type", untyped()),
                Arguments.of("expired", signed(claims -> claims.expirationTime(Date.from(NOW)))),
                Arguments.of("never expires", signed(claims -> claims.expirationTime(null))),
                Arguments.of("not issued yet", signed(claims -> claims.issueTime(Date.from(NOW.plusSeconds(120))))),
                Arguments.of("never issued", signed(claims -> claims.issueTime(null))),
                Arguments.of("another issuer", signed(claims -> claims.issuer("somebody"))),
                Arguments.of("no issuer", signed(claims -> claims.issuer(null))),
                Arguments.of("another audience", signed(claims -> claims.audience("somebody"))),
                Arguments.of("two audiences", signed(claims -> claims.audience(List.of("colloquy", "somebody")))),
                Arguments.of("no subject", signed(claims -> claims.subject(null))),
                Arguments.of("subject is no UUID", signed(claims -> claims.subject("root"))),
                Arguments.of("no organisation", signed(claims -> claims.claim("org", null))),
                Arguments.of("organisation is a number", signed(claims -> claims.claim("org", 7))),
                Arguments.of("unknown role", signed(claims -> claims.claim("role", "owner"))),
                Arguments.of("no role", signed(claims -> claims.claim("role", null))),
                Arguments.of("no name", signed(claims -> claims.claim("name", null))),
                Arguments.of("session is no UUID", signed(claims -> claims.claim("session", "*"))),
                Arguments.of("guest is no UUID", signed(claims -> claims.claim("guest", "*"))));
    }

    private static TokenVerifier verifierAt(Instant at) {
        return new TokenVerifier((RSAPublicKey) KEYS.getPublic(), Clock.fixed(at, ZoneOffset.UTC));
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer("colloquy")
                .audience("colloquy")
                .subject(USER)
                .claim("org", ORGANISATION)
                .claim("role", "candidate")
                .claim("name", "Ada")
                .issueTime(Date.from(NOW))
                .expirationTime(Date.from(NOW.plusSeconds(900)));
    }

    private static String signed(UnaryOperator<JWTClaimsSet.Builder> change) {
        return signed(
                JWSAlgorithm.RS256,
                new RSASSASigner(KEYS.getPrivate()),
                change.apply(claims()).build());
    }

    private static String signed(JWSAlgorithm algorithm, JWSSigner signer, JWTClaimsSet claims) {
        return serialised(
                new JWSHeader.Builder(algorithm).type(JOSEObjectType.JWT).build(), signer, claims);
    }

    private static String untyped() {
        return serialised(new JWSHeader(JWSAlgorithm.RS256), new RSASSASigner(KEYS.getPrivate()), claims().build());
    }

    private static String hmac() {
        try {
            return signed(JWSAlgorithm.HS256, new MACSigner(KEYS.getPublic().getEncoded()), claims().build());
        } catch (com.nimbusds.jose.JOSEException e) {
            throw new AssertionError(e);
        }
    }

    private static String serialised(JWSHeader header, JWSSigner signer, JWTClaimsSet claims) {
        try {
            SignedJWT token = new SignedJWT(header, claims);
            token.sign(signer);
            return token.serialize();
        } catch (com.nimbusds.jose.JOSEException e) {
            throw new AssertionError(e);
        }
    }

    private static String payload(String token) {
        return token.substring(token.indexOf('.') + 1, token.lastIndexOf('.'));
    }

    private static String header(String json) {
        return encoded(json);
    }

    private static String rest(String token) {
        return token.substring(token.indexOf('.'));
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
