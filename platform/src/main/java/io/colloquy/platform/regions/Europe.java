package io.colloquy.platform.regions;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Which ISO 3166 codes lie outside the EU and the EEA. Whatever is not known to does not. */
public final class Europe {
    /** Members of the EU, their parts with a code of their own where EU law holds, and the EEA. */
    private static final Set<String> MEMBERS = Set.of(
            "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU",
            "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK", "AX", "GF", "GP", "MF", "MQ", "RE", "YT", "IS", "LI",
            "NO");

    private static final Set<String> ASSIGNED = Set.of(Locale.getISOCountries());

    private Europe() {}

    /**
     * Whether European law may hold there.
     *
     * @param region a country ({@code DE}) or a part of one ({@code DE-BY}); empty and unassigned ones may be anywhere
     */
    public static boolean mayHold(Optional<String> region) {
        return region.map(code -> code.strip().toUpperCase(Locale.ROOT).split("-", 2)[0])
                .map(country -> MEMBERS.contains(country) || !ASSIGNED.contains(country))
                .orElse(true);
    }
}
