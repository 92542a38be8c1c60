package io.colloquy.evaluator.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRuleTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.1.2.3",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "0.0.0.0",
                "224.0.0.1",
                "192.0.0.8",
                "198.18.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fd12::1",
                "ff02::1",
                "::ffff:10.0.0.1",
                "64:ff9b::a00:1",
                "2002:a00:1::1",
                "2001::1"
            })
    void shouldRefuseAddressesThatAreNotPublic(String address) throws UnknownHostException {
        assertThat(AddressRule.isPublic(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.1.1.1", "8.8.8.8", "100.128.0.1", "2606:4700::1111"})
    void shouldAllowPublicAddresses(String address) throws UnknownHostException {
        assertThat(AddressRule.isPublic(InetAddress.getByName(address))).isTrue();
    }

    @Test
    void shouldRefuseANameThatLeadsToAPrivateAddressAmongOthers() throws UnknownHostException {
        // given
        InetAddress[] addresses = {InetAddress.getByName("1.1.1.1"), InetAddress.getByName("10.0.0.1")};

        // when, then
        assertThatThrownBy(() -> new AddressRule("models.example", false, host -> addresses).check())
                .isInstanceOfSatisfying(
                        ProviderException.class,
                        thrown -> assertThat(thrown.failure()).isEqualTo(ProviderFailure.FORBIDDEN_ADDRESS));
    }

    @Test
    void shouldAllowAPrivateAddressOfAHostThatIsAllowedByName() throws UnknownHostException {
        // given
        InetAddress[] addresses = {InetAddress.getByName("10.0.0.1")};

        // when, then
        assertThatCode(() -> new AddressRule("models.internal", true, host -> addresses).check())
                .doesNotThrowAnyException();
    }
}
