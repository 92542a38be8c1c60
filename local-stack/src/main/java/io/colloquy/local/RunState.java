package io.colloquy.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a running stack tells the other commands, one line of name and address each, in the order of the start.
 *
 * @param addresses by the name that people read
 */
record RunState(Map<String, String> addresses) {
    private static final String SEPARATOR = "\t";

    RunState {
        addresses = new LinkedHashMap<>(addresses);
    }

    static RunState of(EmbeddedStack stack) {
        Map<String, String> addresses = new LinkedHashMap<>();
        addresses.put("Kafka", stack.kafkaBootstrap());
        addresses.put("schema registry", stack.registryUrl());
        addresses.put("Postgres", stack.jdbcUrl());
        addresses.put("Redis", stack.redisUrl());
        return new RunState(addresses);
    }

    static RunState read(StackHome home) {
        Path file = file(home);
        if (!Files.exists(file)) {
            return new RunState(Map.of());
        }
        try {
            return new RunState(Files.readAllLines(file).stream()
                    .map(line -> line.split(SEPARATOR, 2))
                    .collect(Collectors.toMap(
                            parts -> parts[0], parts -> parts[1], (first, second) -> second, LinkedHashMap::new)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(StackHome home) {
        try {
            Files.writeString(
                    file(home),
                    addresses.entrySet().stream()
                            .map(entry -> entry.getKey() + SEPARATOR + entry.getValue() + "\n")
                            .collect(Collectors.joining()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void forget(StackHome home) {
        try {
            Files.deleteIfExists(file(home));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lines for a person, the addresses in one column. */
    String describe() {
        int width = addresses.keySet().stream().mapToInt(String::length).max().orElse(0);
        return addresses.entrySet().stream()
                .map(entry -> "  " + entry.getKey()
                        + " ".repeat(width - entry.getKey().length() + 2) + entry.getValue())
                .collect(Collectors.joining("\n"));
    }

    private static Path file(StackHome home) {
        return home.folder("run").resolve("addresses");
    }
}
