package io.colloquy.evaluator.providers;

import io.colloquy.platform.config.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where one capability of one provider is.
 *
 * @param name as chains and events call it
 * @param url root of its API
 * @param model which of its models
 * @param key sent with each call; empty where none is wanted
 * @param privateAllowed whether its host may have a private address
 * @param timeout of one call, to its last byte
 */
public record ProviderEndpoint(
        String name, URI url, String model, Optional<Secret> key, boolean privateAllowed, Duration timeout) {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    public ProviderEndpoint {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "Expected a provider's name of lower-case letters, digits and hyphens, at most 40, but it is '%s'"
                            .formatted(name));
        }
        String scheme = url.getScheme();
        if (url.getHost() == null || !("https".equals(scheme) || ("http".equals(scheme) && privateAllowed))) {
            throw new IllegalArgumentException(
                    ("Expected the URL of provider '%s' to be https, or http for a host of COLLOQUY_PROVIDER_PRIVATE_HOSTS,"
                                    + " but it is neither")
                            .formatted(name));
        }
        if (url.getUserInfo() != null || url.getQuery() != null || url.getFragment() != null) {
            throw new IllegalArgumentException(
                    "Expected the URL of provider '%s' without user, query and fragment, but it has one"
                            .formatted(name));
        }
        if (key.filter(secret -> !isHeaderValue(secret.value())).isPresent()) {
            throw new IllegalArgumentException(
                    "Expected the key of provider '%s' to be printable ASCII without spaces, but it is not"
                            .formatted(name));
        }
        if (!timeout.isPositive()) {
            throw new IllegalArgumentException(
                    "Expected provider '%s' to have a timeout above 0, but it has not".formatted(name));
        }
    }

    /**
     * Checks what a call may cost and how much may be used a day.
     *
     * @throws IllegalArgumentException when one of them is negative
     */
    void mustNotBeNegative(double... budgetAndPrices) {
        for (double value : budgetAndPrices) {
            if (!(value >= 0)) {
                throw new IllegalArgumentException(
                        "Expected provider '%s' to have no negative budget or price, but it has".formatted(name));
            }
        }
    }

    /** A header with anything else is refused by the HTTP client in a message that shows it. */
    private static boolean isHeaderValue(String value) {
        return !value.isEmpty() && value.chars().allMatch(character -> character > ' ' && character < 127);
    }
}
