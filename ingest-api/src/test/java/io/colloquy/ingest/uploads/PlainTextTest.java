package io.colloquy.ingest.uploads;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {
    private static final String WORDS = "Zoë führte 3 Büros in Kraków";
    private static final String WESTERN = "Zoë führte 3 Büros – für 5 €";

    @ParameterizedTest
    @CsvSource({"UTF-8,''", "UTF-8,EFBBBF", "UTF-16LE,FFFE", "UTF-16BE,FEFF"})
    void shouldReadEveryUnicode(String charset, String mark) throws Exception {
        // given
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(java.util.HexFormat.of().parseHex(mark));
        file.write(WORDS.getBytes(Charset.forName(charset)));

        // when, then
        assertThat(PlainText.of(file.toByteArray())).contains(WORDS);
    }

    @Test
    void shouldTakeWhatIsNoUnicodeAsWestern() {
        assertThat(PlainText.of(WESTERN.getBytes(Charset.forName("windows-1252"))))
                .contains(WESTERN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"%PDF-1.7 words", "PK\u0003\u0004 words", "{\\rtf1 words}", "\u0000\u0001\u0002 words", "GIF89a"
            })
    void shouldRefuseWhatIsNoText(String file) {
        assertThat(PlainText.of(file.getBytes(StandardCharsets.ISO_8859_1))).isEmpty();
    }
}
