package io.colloquy.frames.training;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The {@code --name value} pairs of a training program. */
record CommandLine(Map<String, String> values) {
    static CommandLine parse(String[] arguments, Set<String> known) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < arguments.length; i += 2) {
            String name = arguments[i].replaceFirst("^--", "");
            if (!known.contains(name) || i + 1 == arguments.length) {
                throw new IllegalArgumentException("Expected pairs of an option out of " + known
                        + " and its value, but got '" + arguments[i] + "'");
            }
            values.put(name, arguments[i + 1]);
        }
        return new CommandLine(values);
    }

    Path path(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("Expected --" + name + " FOLDER, but it is missing");
        }
        return Path.of(value);
    }

    int integer(String name, int otherwise) {
        return Integer.parseInt(values.getOrDefault(name, Integer.toString(otherwise)));
    }

    double number(String name, double otherwise) {
        return Double.parseDouble(values.getOrDefault(name, Double.toString(otherwise)));
    }
}
