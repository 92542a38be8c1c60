package io.colloquy.platform.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonFaultTest {
    private enum Kind {
        OPEN,
        SHUT
    }

    private record Item(String text, int weight) {}

    private record Body(
            String name, Integer count, boolean fine, double share, Kind kind, UUID id, Instant at, List<Item> items) {}

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            []                                       | Expected an object, but got a list
            "secret"                                 | Expected an object, but got text
            {"name":5}                               | Expected 'name' to be text, but got 5
            {"name":["secret"]}                      | Expected 'name' to be text, but got a list
            {"name":{}}                              | Expected 'name' to be text, but got an object
            {"count":"secret"}                       | Expected 'count' to be a whole number, but got text
            {"count":1.5}                            | Expected 'count' to be a whole number, but got 1.5
            {"count":99999999999}                    | Expected 'count' to be a whole number, but got 99999999999
            {"count":true}                           | Expected 'count' to be a whole number, but got true
            {"fine":"true"}                          | Expected 'fine' to be true or false, but got text
            {"fine":null}                            | Expected 'fine' to be true or false, but got null
            {"fine":true,"share":"1"}                | Expected 'share' to be a number, but got text
            {"fine":true}                            | Expected 'share' to be a number, but got nothing
            {"kind":"secret"}                        | Expected 'kind' to be one of OPEN, SHUT, but got another text
            {"id":"secret"}                          | Expected 'id' to be a UUID, but got another text
            {"at":"secret"}                          | Expected 'at' to be a time in ISO 8601, but got another text
            {"items":{}}                             | Expected 'items' to be a list, but got an object
            {"items":["secret"]}                     | Expected 'items[0]' to be an object, but got text
            {"items":[{"text":"a","weight":"b"}]}    | Expected 'items[0].weight' to be a whole number, but got text
            {"items":[{"weight":1,"wait":1}]}        | Expected only the fields [text, weight], but got 'wait'
            {"name":"secret                          | Expected JSON, but it stops being that in line 1, column 16
            {name:1}                                 | Expected JSON, but it stops being that in line 1, column 2
            """)
    void shouldSayInTheApisTermsWhatIsWrong(String body, String sentence) {
        String fault = fault(body);

        assertThat(fault).isEqualTo(sentence);
    }

    private static String fault(String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        try {
            return "read as " + Json.MAPPER.readValue(bytes, Body.class);
        } catch (JsonProcessingException e) {
            return JsonFault.of(e, bytes);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
