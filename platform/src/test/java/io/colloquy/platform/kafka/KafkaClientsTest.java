package io.colloquy.platform.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.junit.jupiter.api.Test;

class KafkaClientsTest {
    @Test
    void shouldGiveUpARecordInTheTimeThatIsGivenAndHaveRoomForARequestBefore() {
        // when
        Map<String, Object> settings = KafkaClients.delivered(Duration.ofSeconds(8));

        // then
        assertThat(settings)
                .containsEntry(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 8_000)
                .containsEntry(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 4_000);
    }
}
