package io.colloquy.platform.ids;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdsTest {

    @Test
    void shouldMakeIdsOfVersion7ThatSortByTime() throws InterruptedException {
        UUID first = Ids.next();
        Thread.sleep(2);
        UUID second = Ids.next();

        assertThat(first.version()).isEqualTo(7);
        assertThat(first.variant()).isEqualTo(2);
        assertThat(second.toString()).isGreaterThan(first.toString());
        assertThat(Ids.isUuid(first.toString())).isTrue();
    }

    @Test
    void shouldRepeatTheIdOfAName() {
        assertThat(Ids.named("a")).isEqualTo(Ids.named("a")).isNotEqualTo(Ids.named("b"));
        assertThat(Ids.named("a").version()).isEqualTo(8);
    }

    @Test
    void shouldKnowWhatIsNoUuid() {
        assertThat(Ids.isUuid("018F0000-0000-7000-8000-000000000001")).isFalse();
        assertThat(Ids.isUuid("../etc")).isFalse();
        assertThat(Ids.isUuid(null)).isFalse();
    }
}
