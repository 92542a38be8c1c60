package io.colloquy.frames.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ImageHeaderTest {
    @Test
    void shouldReadTheSizeOfABaselineJpeg() throws UnreadableImageException {
        assertThat(ImageHeader.read(DrawnFace.jpeg(0))).isEqualTo(new ImageHeader(640, 480, 3, false));
    }

    @Test
    void shouldReadTheSizeOfAProgressiveJpeg() throws UnreadableImageException {
        assertThat(ImageHeader.read(HostilePictures.progressive())).isEqualTo(new ImageHeader(640, 480, 3, true));
    }

    @Test
    void shouldReadTheSizeOfAJpegInPrintColours() throws UnreadableImageException {
        assertThat(ImageHeader.read(HostilePictures.fourComponents()).components())
                .isEqualTo(4);
    }

    @Test
    void shouldRefuseWhatIsNoJpeg() {
        assertThat(refusal(HostilePictures.png())).isEqualTo(Unreadable.NOT_A_JPEG);
        assertThat(refusal(new byte[0])).isEqualTo(Unreadable.NOT_A_JPEG);
        assertThat(refusal("<svg/>".getBytes(StandardCharsets.UTF_8))).isEqualTo(Unreadable.NOT_A_JPEG);
    }

    @Test
    void shouldRefuseEveryBeginningOfAJpeg() {
        byte[] whole = DrawnFace.jpeg(0);
        for (int length = 4; length < whole.length; length += 97) {
            assertThat(refusal(Arrays.copyOf(whole, length))).isEqualTo(Unreadable.TRUNCATED);
        }
    }

    @Test
    void shouldRefuseASizeBeyondTheLimits() {
        assertThat(refusal(HostilePictures.claiming(DrawnFace.jpeg(0), 30_000, 30_000)))
                .isEqualTo(Unreadable.TOO_MANY_PIXELS);
        assertThat(refusal(HostilePictures.claiming(DrawnFace.jpeg(0), 4_096, 4_096)))
                .isEqualTo(Unreadable.TOO_MANY_PIXELS);
        assertThat(refusal(HostilePictures.jpeg(1, 1))).isEqualTo(Unreadable.TOO_SMALL);
    }

    @Test
    void shouldRefuseAJpegWithoutAHeight() {
        assertThat(refusal(HostilePictures.claiming(DrawnFace.jpeg(0), 640, 0))).isEqualTo(Unreadable.UNSUPPORTED_JPEG);
    }

    @Test
    void shouldAcceptASizeWithinTheCallersLimits() throws UnreadableImageException {
        ImageLimits generous = new ImageLimits(40_000, 2_000_000_000, 1, 1 << 20);
        assertThat(ImageHeader.read(HostilePictures.claiming(DrawnFace.jpeg(0), 30_000, 30_000), generous)
                        .width())
                .isEqualTo(30_000);
    }

    @Test
    void shouldAlwaysGiveAReasonForRandomBytesBehindAJpegsBeginning() {
        Random random = new Random(5);
        for (int i = 0; i < 5_000; i++) {
            byte[] bytes = new byte[random.nextInt(200) + 4];
            random.nextBytes(bytes);
            bytes[0] = (byte) 0xFF;
            bytes[1] = (byte) 0xD8;
            bytes[2] = (byte) 0xFF;
            try {
                assertThat(ImageHeader.read(bytes).width()).isBetween(32, 4_096);
            } catch (UnreadableImageException refused) {
                assertThat(refused.getMessage()).startsWith("Expected ");
            }
        }
    }

    private static Unreadable refusal(byte[] bytes) {
        return catchThrowableOfType(UnreadableImageException.class, () -> ImageHeader.read(bytes))
                .reason();
    }
}
