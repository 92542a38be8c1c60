package io.colloquy.platform.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.colloquy.events.Personal;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class SealedColumnTest {
    private static final Personal CONTENT = new Personal(
            Sealer.SCHEME, "key-1", ByteBuffer.wrap(new byte[] {1, 2, -3}), ByteBuffer.wrap(new byte[] {0, -1, 127, 4
            }));

    @Test
    void shouldGiveBackWhatWasWritten() {
        assertThat(SealedColumn.read(SealedColumn.write(CONTENT))).contains(CONTENT);
    }

    @Test
    void shouldBeEmptyWhereThereIsNothing() {
        assertThat(SealedColumn.read(null)).isEmpty();
        assertThat(SealedColumn.read("null")).isEmpty();
    }

    @Test
    void shouldRefuseOtherJson() {
        assertThatIllegalArgumentException().isThrownBy(() -> SealedColumn.read("{\"scheme\":1}"));
        assertThatIllegalArgumentException().isThrownBy(() -> SealedColumn.read("{\"scheme\":\"s\",\"key_id\":\"k\"}"));
    }
}
