package io.colloquy.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The published schemas in {@code contract/}, one self-contained file a topic, are what the code writes; a change of them is
 * seen in review. {@code -Dcolloquy.golden=write} writes them anew.
 */
class ContractTest {
    private static final Path PUBLISHED = Path.of("contract");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final boolean WRITE = "write".equals(System.getProperty("colloquy.golden"));

    static List<? extends Topic<?>> topics() {
        return Topics.all();
    }

    @ParameterizedTest
    @MethodSource("topics")
    void shouldReadWhatWasPublished(Topic<?> topic) throws IOException {
        if (WRITE && Files.notExists(file(topic))) {
            return;
        }
        Schema published = new Schema.Parser().parse(Files.readString(file(topic)));

        assertThat(SchemaCompatibility.checkReaderWriterCompatibility(topic.schema(), published)
                        .getType())
                .isEqualTo(SchemaCompatibilityType.COMPATIBLE);
    }

    @ParameterizedTest
    @MethodSource("topics")
    void shouldPublishWhatIsWritten(Topic<?> topic) throws IOException {
        String written = JSON.readTree(topic.schema().toString()).toPrettyString() + "\n";
        if (WRITE) {
            Files.createDirectories(PUBLISHED);
            Files.writeString(file(topic), written);
        }

        assertThat(Files.readString(file(topic))).isEqualTo(written);
    }

    private static Path file(Topic<?> topic) {
        return PUBLISHED.resolve(topic.name() + ".avsc");
    }
}
