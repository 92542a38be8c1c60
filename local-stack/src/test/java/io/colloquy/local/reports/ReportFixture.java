package io.colloquy.local.reports;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.colloquy.local.EmbeddedPostgres;
import io.colloquy.local.StackHome;
import io.colloquy.local.StackPorts;
import io.colloquy.platform.config.Secret;
import io.colloquy.platform.database.Database;
import io.colloquy.platform.database.DatabaseConfig;
import io.colloquy.platform.database.Migrations;
import io.colloquy.platform.http.HttpConfig;
import io.colloquy.platform.lifecycle.Shutdown;
import io.colloquy.platform.sealing.MasterKey;
import io.colloquy.platform.sealing.PostgresKeyVault;
import io.colloquy.platform.sealing.Sealer;
import io.colloquy.reports.ReportConfig;
import io.colloquy.reports.ReportService;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** report-service on a real Postgres with the real tables, roles and row-level security; rows are written as their owner. */
final class ReportFixture implements AutoCloseable {
    private static final String MASTER = Base64.getEncoder().encodeToString(new byte[32]);
    private static final String PASSWORD = "only-for-this-test";

    private final Shutdown parts = new Shutdown();
    private final HttpClient http = HttpClient.newHttpClient();
    private final EmbeddedPostgres postgres;
    private final Path publicKey;
    private final KeyPair keys;
    private final Database owner;
    private final ReportRegistry registry;
    private final ReportService service;

    ReportFixture(Path folder) throws IOException, GeneralSecurityException {
        postgres = parts.add(EmbeddedPostgres.start(
                StackHome.at(folder.resolve("stack"), System.getenv()),
                StackPorts.free().postgres()));
        Migrations.run(
                postgres.jdbcUrl(),
                EmbeddedPostgres.SUPERUSER,
                postgres.superuserPassword(),
                List.of("keys", "readmodel"));
        owner = parts.add(new Database(new DatabaseConfig(
                postgres.jdbcUrl(), EmbeddedPostgres.SUPERUSER, new Secret(postgres.superuserPassword()), 2)));
        owner.jdbi().useHandle(handle -> handle.execute("alter role colloquy_report password '" + PASSWORD + "'"));
        keys = keys();
        publicKey = pem(folder, keys);
        registry = parts.add(new ReportRegistry());
        service = parts.add(service(registry.url()));
    }

    /** Another instance, which asks another registry. */
    ReportService service(URI registryUrl) {
        return new ReportService(
                new ReportConfig(
                        new HttpConfig("127.0.0.1", 0, List.of()),
                        new DatabaseConfig(postgres.jdbcUrl(), "colloquy_report", new Secret(PASSWORD), 4),
                        registryUrl,
                        new Secret(MASTER),
                        publicKey,
                        URI.create("http://localhost:8080"),
                        Optional.empty(),
                        Duration.ZERO,
                        10_000,
                        Duration.ofSeconds(2)),
                Clock.systemUTC());
    }

    /** Writes rows as the read model's owner does. */
    Database owner() {
        return owner;
    }

    Sealer sealer() {
        return new Sealer(vault());
    }

    PostgresKeyVault vault() {
        return new PostgresKeyVault(owner, new MasterKey(new Secret(MASTER)), Clock.systemUTC(), Duration.ZERO);
    }

    ReportRegistry registry() {
        return registry;
    }

    HttpResponse<String> get(String path, String token, String... headers) {
        return get(service, path, token, headers);
    }

    HttpResponse<String> get(ReportService instance, String path, String token, String... headers) {
        return send(instance, path, token, BodyHandlers.ofString(), headers);
    }

    <T> HttpResponse<T> send(String path, String token, BodyHandler<T> body) {
        return send(service, path, token, body);
    }

    String token(String organisation, String role, String user) {
        return token(organisation, role, user, Map.of());
    }

    String token(String organisation, String role, String user, Map<String, String> more) {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer("colloquy")
                .audience("colloquy")
                .subject(user)
                .claim("org", organisation)
                .claim("role", role)
                .claim("name", "Somebody")
                .issueTime(Date.from(Instant.now()))
                .expirationTime(Date.from(Instant.now().plusSeconds(900)));
        more.forEach(claims::claim);
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .type(JOSEObjectType.JWT)
                        .build(),
                claims.build());
        try {
            token.sign(new RSASSASigner(keys.getPrivate()));
        } catch (JOSEException e) {
            throw new IllegalStateException("Expected to sign a token, but could not", e);
        }
        return token.serialize();
    }

    @Override
    public void close() {
        parts.close();
    }

    private <T> HttpResponse<T> send(
            ReportService instance, String path, String token, BodyHandler<T> body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + instance.port() + path))
                .header("Authorization", "Bearer " + token);
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            return http.send(request.build(), body);
        } catch (IOException e) {
            throw new IllegalStateException("Expected an answer, but there was none", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Expected an answer, but was interrupted", e);
        }
    }

    private static KeyPair keys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair();
    }

    private static Path pem(Path folder, KeyPair keys) throws IOException {
        String body = Base64.getMimeEncoder().encodeToString(keys.getPublic().getEncoded());
        return Files.writeString(
                folder.resolve("public.pem"), "-----BEGIN PUBLIC KEY-----\n" + body + "\n-----END PUBLIC KEY-----\n");
    }
}
