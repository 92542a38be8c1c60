package io.colloquy.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MultipartTest {
    private static final String TYPE = "multipart/form-data; boundary=xyz";

    @Test
    void shouldGiveTheFilesInOrder() {
        // given
        String body =
                "--xyz\r\nContent-Disposition: form-data; name=\"a\"; filename=\"1.jpg\"\r\nContent-Type: image/jpeg"
                        + "\r\n\r\none\r\n\r\n--xy\r\n--xyz\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\nwords\r\n"
                        + "--xyz\r\ncontent-disposition: form-data; name=b; filename=2.jpg\r\n\r\n\r\n--xyz--\r\n";

        // when
        List<byte[]> files = Multipart.files(TYPE, bytes(body));

        // then
        assertThat(files).hasSize(2);
        assertThat(files.get(0)).isEqualTo(bytes("one\r\n\r\n--xy"));
        assertThat(files.get(1)).isEmpty();
    }

    @Test
    void shouldTakeAQuotedBoundaryAndAPreamble() {
        // when
        List<byte[]> files = Multipart.files(
                "multipart/form-data; boundary=\"a b\"; charset=utf-8",
                bytes("hello\r\n--a b\r\nContent-Disposition: form-data; filename=\"x\"\r\n\r\ny\r\n--a b--"));

        // then
        assertThat(files).singleElement().isEqualTo(bytes("y"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--xyz",
                "--xyz\r\n",
                "--xyz\r\nContent-Disposition: form-data; filename=a",
                "--xyz\r\nContent-Disposition: form-data; filename=a\r\n\r\n",
                "--xyz\r\nContent-Disposition: form-data; filename=a\r\n\r\nbody",
                "--xyz\r\nContent-Disposition: form-data; filename=a\r\n\r\nbody\r\n--xyz",
                "--other\r\n\r\nbody\r\n--other--"
            })
    void shouldRefuseWhatEndsTooEarly(String body) {
        assertThat(catchThrowableOfType(Problem.class, () -> Multipart.files(TYPE, bytes(body)))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void shouldAnswerAnythingWithFilesOrAProblem() {
        // given
        byte[] whole = bytes("--xyz\r\nContent-Disposition: form-data; filename=a\r\n\r\nbody\r\n--xyz--\r\n");
        Random random = new Random(11);
        int answered = 0;

        // when
        for (int i = 0; i < 5_000; i++) {
            byte[] damaged = whole.clone();
            for (int k = 0; k <= i % 4; k++) {
                damaged[random.nextInt(damaged.length)] = (byte) "-\r\nxyz:;= ".charAt(random.nextInt(10));
            }
            try {
                answered += Multipart.files(TYPE, damaged).size();
            } catch (Problem problem) {
                answered++;
            }
        }

        // then
        assertThat(answered).isPositive();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
