package io.colloquy.local.deployment;

import java.util.Map;
import java.util.TreeMap;

/** {@code .env.example}. */
final class DotEnv {
    private DotEnv() {}

    static Map<String, String> example() {
        Map<String, String> variables = new TreeMap<>();
        Repository.text(".env.example")
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("=", 2))
                .forEach(parts -> variables.put(parts[0], parts[1]));
        return variables;
    }
}
