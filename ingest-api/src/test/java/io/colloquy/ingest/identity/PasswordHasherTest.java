package io.colloquy.ingest.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordHasherTest {
    private final PasswordHasher hasher = new PasswordHasher();

    @Test
    void shouldKnowAPasswordByItsHash() {
        // given
        String hash = hasher.hash("open sesame");

        // when, then
        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(hasher.hash("open sesame")).isNotEqualTo(hash);
        assertThat(hasher.matches("open sesame", hash)).isTrue();
        assertThat(hasher.matches("open barley", hash)).isFalse();
        assertThat(hasher.matchesNobody("nobody has this password")).isFalse();
    }
}
