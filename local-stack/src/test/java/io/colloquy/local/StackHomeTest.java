package io.colloquy.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.colloquy.platform.identity.PublicKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a home holds besides data: ports, passwords, keys. */
class StackHomeTest {
    @TempDir
    Path folder;

    @Test
    void shouldMakeKeysThatFitAndKeepThem() throws Exception {
        // given
        StackHome home = home();
        KeyFiles first = KeyFiles.in(home);
        String signingKey = Files.readString(first.signingKey());

        // when
        KeyFiles second = KeyFiles.in(home);

        // then
        assertThat(Files.readString(second.signingKey())).isEqualTo(signingKey);
        assertThat(Base64.getDecoder()
                        .decode(Files.readString(second.masterKey()).strip()))
                .hasSize(32);
        assertThat(fits(signingKey, second.verificationKey())).isTrue();
    }

    @Test
    void shouldLetOnlyTheOwnerReadSecrets() throws IOException {
        // given
        StackHome home = home();

        // when
        KeyFiles.in(home);
        new Secrets(home).password("somebody");

        // then
        try (Stream<Path> files = Files.list(home.folder("secrets"))) {
            assertThat(files)
                    .hasSize(4)
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------"));
        }
    }

    @Test
    void shouldMoveAPortByItsVariable() {
        // given
        Map<String, String> environment = Map.of("COLLOQUY_KAFKA_PORT", "19092", "COLLOQUY_REPORT_PORT", "18081");

        // when
        StackPorts ports = StackPorts.known(environment);
        ServicePorts servicePorts = ServicePorts.known(environment);

        // then
        assertThat(ports.kafka()).isEqualTo(19_092);
        assertThat(ports.redis()).isEqualTo(6379);
        assertThat(servicePorts.of(Service.REPORT)).isEqualTo(18_081);
        assertThat(servicePorts.of(Service.INGEST)).isEqualTo(8080);
    }

    @Test
    void shouldRefuseAVariableThatIsNoPort() {
        assertThatThrownBy(() -> StackPorts.known(Map.of("COLLOQUY_REDIS_PORT", "70000")))
                .isInstanceOf(StackException.class)
                .hasMessage("Expected COLLOQUY_REDIS_PORT to be a port from 1 to 65535, but it is '70000'");
    }

    @Test
    void shouldNameAllServicesWhenOneIsUnknown() {
        assertThatThrownBy(() -> Service.ofId("mail"))
                .isInstanceOf(StackException.class)
                .hasMessageContaining("ingest-api, report-service")
                .hasMessageContaining("'mail'");
    }

    private StackHome home() {
        return StackHome.at(
                folder, Map.of("COLLOQUY_HOME", folder.resolve("home").toString()));
    }

    private static boolean fits(String signingKey, Path verificationKey) throws Exception {
        byte[] encoded = Base64.getMimeDecoder().decode(signingKey.replaceAll("-----[A-Z ]+-----", ""));
        PrivateKey key = KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        Signature signer = Signature.getInstance("SHA256withRSA");
        signer.initSign(key);
        signer.update(encoded);
        byte[] signature = signer.sign();
        signer.initVerify(PublicKeys.read(verificationKey));
        signer.update(encoded);
        return signer.verify(signature);
    }
}
