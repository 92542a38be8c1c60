package io.colloquy.schemas;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.common.utils.Utils;

/**
 * Keys of {@code organisation-events}, which is compacted by them: settings have the organisation's id, a bank has
 * {@code ORGANISATION/bank/BANK}, each of its versions {@code ORGANISATION/bank/BANK/VERSION}. Everything of an organisation
 * goes to one partition, that of its id, so that it has one order.
 */
public final class OrganisationKeys {
    private static final String BANK = "/bank/";

    private OrganisationKeys() {}

    /** Where a bank says which version is current. */
    public static String bank(String organisationId, String bankId) {
        return organisationId + BANK + bankId;
    }

    /** Where one version of a bank is. */
    public static String bankVersion(String organisationId, String bankId, String version) {
        return bank(organisationId, bankId) + '/' + version;
    }

    /** Whether the key is that of a bank's version, which is large and which not everybody needs. */
    public static boolean isBankVersion(String key) {
        return afterBank(key).filter(rest -> rest.indexOf('/') >= 0).isPresent();
    }

    /** Whether the key is that of settings. */
    public static boolean isSettings(String key) {
        return key.indexOf('/') < 0;
    }

    /** Whose record it is. */
    public static String organisation(String key) {
        int at = key.indexOf('/');
        return at < 0 ? key : key.substring(0, at);
    }

    /** The partition that holds everything of an organisation: that of a record whose key is its id. */
    public static int partition(String organisationId, int partitions) {
        return Utils.toPositive(Utils.murmur2(organisationId.getBytes(StandardCharsets.UTF_8))) % partitions;
    }

    private static Optional<String> afterBank(String key) {
        int at = key.indexOf(BANK);
        return at < 0 ? Optional.empty() : Optional.of(key.substring(at + BANK.length()));
    }
}
