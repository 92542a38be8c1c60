package io.colloquy.evaluator.bank;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A bank as a table that spreadsheets open: a row says whether it is the bank, a family or a question. What is written reads
 * as the same bank, of the same version, also after a spreadsheet saved it with semicolons, other line ends or a byte order
 * mark.
 */
public final class BankCsv {
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final CsvMapper CSV = CsvMapper.csvBuilder()
            .enable(CsvParser.Feature.WRAP_AS_ARRAY)
            .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
            .build();

    private BankCsv() {}

    /**
     * Reads and checks.
     *
     * @param name of the bank, where no row says it
     * @param language of the bank, where no row says it
     * @throws InvalidContentException naming every offence with its line
     */
    public static QuestionBank read(byte[] content, String name, String language) {
        BankRows rows = new BankRows(name, language);
        int line = 1;
        for (String[] cells : cells(text(content))) {
            rows.add(line, cells);
            line++;
            for (String cell : cells) {
                line += (int) cell.chars().filter(it -> it == '\n').count();
            }
        }
        ObjectNode tree = rows.tree();
        return BankTree.read(tree, rows::place);
    }

    /** With a byte order mark, without which spreadsheets take UTF-8 for something else. */
    public static byte[] write(QuestionBank bank) {
        CsvSchema.Builder schema = CsvSchema.builder().setLineSeparator("\r\n");
        Column.names().forEach(schema::addColumn);
        StringWriter text = new StringWriter();
        text.append(BYTE_ORDER_MARK);
        try (var writer = CSV.writer(schema.build().withHeader()).writeValues(text)) {
            for (List<String> row : BankRows.of(bank)) {
                writer.write(row.stream().map(Cells::harmless).toArray());
            }
        } catch (IOException e) {
            throw new IllegalStateException("Expected a bank to be writable as CSV, but it is not", e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] content) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new InvalidContentException(
                    List.of("Expected a table in UTF-8, but it is in another encoding: save it as \"CSV UTF-8\""));
        }
    }

    private static List<String[]> cells(String text) {
        CsvSchema schema = CsvSchema.emptySchema().withColumnSeparator(separator(text));
        List<String[]> rows = new ArrayList<>();
        try (MappingIterator<String[]> read =
                CSV.readerFor(String[].class).with(schema).readValues(text)) {
            while (read.hasNextValue()) {
                rows.add(read.nextValue());
            }
        } catch (JsonProcessingException e) {
            throw new InvalidContentException(List.of("Expected a table in CSV, but line %d is not"
                    .formatted(e.getLocation() == null ? 0 : e.getLocation().getLineNr())));
        } catch (IOException e) {
            throw new InvalidContentException(List.of("Expected a table in CSV, but it could not be read"));
        }
        return rows;
    }

    /** Whichever of the usual ones the heading has most of. */
    private static char separator(String text) {
        String heading = text.lines().findFirst().orElse("");
        char best = ',';
        for (char candidate : new char[] {';', '\t'}) {
            if (count(heading, candidate) > count(heading, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long count(String text, char sought) {
        return text.chars().filter(it -> it == sought).count();
    }
}
