package io.colloquy.evaluator.providers;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** Which addresses a provider's name may lead to: public ones, unless its host is allowed by name. */
final class AddressRule {
    private final String host;
    private final boolean privateAllowed;
    private final Resolver resolver;

    /** Finds the addresses of a name. */
    interface Resolver {
        InetAddress[] resolve(String host) throws UnknownHostException;
    }

    AddressRule(String host, boolean privateAllowed, Resolver resolver) {
        this.host = host;
        this.privateAllowed = privateAllowed;
        this.resolver = resolver;
    }

    /**
     * Checks right before a connection is made: the JDK keeps what it resolved for longer than that takes.
     *
     * @throws ProviderException when any of the addresses is not allowed, or there is none
     */
    void check() throws ProviderException {
        if (privateAllowed) {
            return;
        }
        InetAddress[] addresses;
        try {
            addresses = resolver.resolve(host);
        } catch (UnknownHostException e) {
            throw new ProviderException(
                    ProviderFailure.UNREACHABLE, "Expected the provider's host to have an address, but it has none");
        }
        if (!Arrays.stream(addresses).allMatch(AddressRule::isPublic)) {
            throw new ProviderException(
                    ProviderFailure.FORBIDDEN_ADDRESS,
                    "Expected the provider's host to have public addresses, but it has a private one");
        }
    }

    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        return switch (address) {
            case Inet4Address four -> isPublic(four.getAddress());
            case Inet6Address six -> isPublicSix(six.getAddress());
            default -> false;
        };
    }

    /** Beyond what the JDK knows: this network, carrier-grade NAT, protocol assignments, benchmarks, reserved. */
    private static boolean isPublic(byte[] four) {
        int first = four[0] & 0xff;
        int second = four[1] & 0xff;
        return first != 0
                && first < 240
                && !(first == 100 && second >= 64 && second < 128)
                && !(first == 192 && second == 0)
                && !(first == 198 && (second == 18 || second == 19));
    }

    /** Only the global unicast range, without the parts that lead to IPv4 addresses. */
    private static boolean isPublicSix(byte[] six) {
        int first = six[0] & 0xff;
        int second = six[1] & 0xff;
        boolean global = first >= 0x20 && first < 0x40;
        boolean sixToFour = first == 0x20 && second == 0x02;
        boolean teredo = first == 0x20 && second == 0x01 && six[2] == 0 && six[3] == 0;
        return global && !sixToFour && !teredo;
    }
}
