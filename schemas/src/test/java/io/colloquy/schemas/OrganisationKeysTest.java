package io.colloquy.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrganisationKeysTest {
    private static final String ORGANISATION = "0197c0de-0000-7000-8000-00000000000a";

    @Test
    void shouldTellKindsOfRecordsApart() {
        String bank = OrganisationKeys.bank(ORGANISATION, "sales");
        String version = OrganisationKeys.bankVersion(ORGANISATION, "sales", "0123");

        assertThat(OrganisationKeys.isSettings(ORGANISATION)).isTrue();
        assertThat(OrganisationKeys.isSettings(bank)).isFalse();
        assertThat(OrganisationKeys.isBankVersion(bank)).isFalse();
        assertThat(OrganisationKeys.isBankVersion(version)).isTrue();
        assertThat(OrganisationKeys.isBankVersion(ORGANISATION)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 6, 48})
    void shouldPutEverythingWhereKafkaPutsTheSettings(int partitions) {
        byte[] key = ORGANISATION.getBytes(StandardCharsets.UTF_8);

        assertThat(OrganisationKeys.partition(ORGANISATION, partitions))
                .isEqualTo(BuiltInPartitioner.partitionForKey(key, partitions));
    }
}
