package io.colloquy.ingest.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OriginsTest {
    private static final List<String> BOARD = List.of("http://localhost:8081");

    @Test
    void shouldAllowOurOwnPagesAndNamedOrigins() {
        // when, then
        assertThat(Origins.allows(null, "localhost:8080", BOARD)).isTrue();
        assertThat(Origins.allows("http://localhost:8080", "localhost:8080", BOARD))
                .isTrue();
        assertThat(Origins.allows("https://interviews.example", "interviews.example", BOARD))
                .isTrue();
        assertThat(Origins.allows("http://localhost:8081", "localhost:8080", BOARD))
                .isTrue();
    }

    @Test
    void shouldNotAllowOthers() {
        // when, then
        assertThat(Origins.allows("http://localhost:8082", "localhost:8080", BOARD))
                .isFalse();
        assertThat(Origins.allows("null", "localhost:8080", BOARD)).isFalse();
        assertThat(Origins.allows("http://localhost:8080.evil.example", "localhost:8080", BOARD))
                .isFalse();
        assertThat(Origins.allows("", "localhost:8080", BOARD)).isFalse();
        assertThat(Origins.allows("http://evil.example", null, BOARD)).isFalse();
    }
}
