package io.colloquy.ingest.frames;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FrameMessageTest {
    private static final UUID STREAM = UUID.fromString("00112233-4455-6677-8899-aabbccddeeff");

    @Test
    void shouldReadTheContractsBytes() {
        // given
        byte[] bytes = HexFormat.of()
                .parseHex("01" + "00112233445566778899aabbccddeeff" + "fffffffe" + "0000018bcfe56800" + "ffd8ff");

        // when
        FrameMessage frame = FrameMessage.decode(ByteBuffer.wrap(bytes));

        // then
        assertThat(frame.stream()).isEqualTo(STREAM);
        assertThat(frame.seq()).isEqualTo(4_294_967_294L);
        assertThat(frame.capturedAt()).isEqualTo(Instant.ofEpochMilli(1_700_000_000_000L));
        assertThat(frame.jpeg()).containsExactly(0xFF, 0xD8, 0xFF);
        assertThat(frame.encode()).isEqualTo(ByteBuffer.wrap(bytes));
    }

    @Test
    void shouldLeaveTheCallersBufferAsItIs() {
        // given
        ByteBuffer bytes = new FrameMessage(STREAM, 1, Instant.EPOCH, new byte[] {1}).encode();

        // when
        FrameMessage.decode(bytes);

        // then
        assertThat(bytes.remaining()).isEqualTo(FrameMessage.HEADER_BYTES + 1);
    }

    @Test
    void shouldRefuseOtherVersionsAndShortHeaders() {
        // when, then
        assertThatThrownBy(() -> FrameMessage.decode(ByteBuffer.allocate(28)))
                .hasMessage("Expected a header of 29 bytes, but got 28");
        assertThatThrownBy(() -> FrameMessage.decode(ByteBuffer.allocate(40).put(0, (byte) 200)))
                .hasMessage("Expected frame version 1, but got 200");
    }
}
