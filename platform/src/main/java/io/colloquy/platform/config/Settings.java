package io.colloquy.platform.config;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a configuration record from environment variables, collecting every problem before it complains. Not thread-safe:
 * read once, at start.
 */
public final class Settings {
    private static final Pattern SHORT_DURATION = Pattern.compile("(\\d+)(ms|s|m|h|d)");

    private final Map<String, String> environment;
    private final List<String> problems = new ArrayList<>();
    private final Map<String, String> documented = new LinkedHashMap<>();

    private Settings(Map<String, String> environment) {
        this.environment = environment;
    }

    /**
     * Reads a configuration.
     *
     * @param environment variables by name, usually {@code System.getenv()}
     * @param reader builds the record from the settings
     * @throws ConfigurationException with every missing or malformed variable
     */
    public static <C> C read(Map<String, String> environment, Function<Settings, C> reader) {
        Settings settings = new Settings(environment);
        C configuration = settings.attempt(reader);
        if (!settings.problems.isEmpty()) {
            throw new ConfigurationException(settings.problems);
        }
        return configuration;
    }

    /** Every variable that a reader asks for, with its default; an empty default means required. */
    public static Map<String, String> documentedBy(Function<Settings, ?> reader) {
        Settings settings = new Settings(Map.of());
        settings.attempt(reader);
        return settings.documented;
    }

    private <C> C attempt(Function<Settings, C> reader) {
        try {
            return reader.apply(this);
        } catch (IllegalArgumentException e) {
            problems.add(e.getMessage());
            return null;
        }
    }

    /** A required string. */
    public String string(String name) {
        return read(name, "", Function.identity(), "");
    }

    /** A string with a default. */
    public String string(String name, String fallback) {
        return read(name, fallback, Function.identity(), fallback);
    }

    /** A string that may be absent. */
    public Optional<String> optional(String name) {
        documented.put(name, "(none)");
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    /** A comma-separated list with a default; empty entries are dropped. */
    public List<String> list(String name, String fallback) {
        return read(name, fallback, Settings::split, List.of());
    }

    /** A whole number with a default. */
    public int integer(String name, int fallback) {
        return read(name, Integer.toString(fallback), Settings::parsedInteger, fallback);
    }

    /** A truth value with a default. */
    public boolean flag(String name, boolean fallback) {
        return read(name, Boolean.toString(fallback), Settings::parsedFlag, fallback);
    }

    /** A duration with a default: ISO-8601, or a number with ms, s, m, h or d. */
    public Duration duration(String name, Duration fallback) {
        return read(name, fallback.toString(), Settings::parsedDuration, fallback);
    }

    /** A required URI. */
    public URI uri(String name) {
        return read(name, "", URI::create, URI.create("about:blank"));
    }

    /** A required path. */
    public Path path(String name) {
        return read(name, "", Path::of, Path.of(""));
    }

    /** A required secret: the variable itself, or the content of the file that {@code NAME_FILE} names. */
    public Secret secret(String name) {
        return environment.containsKey(name + "_FILE") ? secretInFile(name, "") : new Secret(string(name));
    }

    /** A secret that may be absent, given like {@link #secret}. */
    public Optional<Secret> optionalSecret(String name) {
        return environment.containsKey(name + "_FILE")
                ? Optional.of(secretInFile(name, "(none)"))
                : optional(name).map(Secret::new);
    }

    private Secret secretInFile(String name, String fallback) {
        String file = environment.get(name + "_FILE");
        documented.put(name, fallback);
        try {
            return new Secret(Files.readString(Path.of(file)).strip());
        } catch (IOException e) {
            problems.add("Expected %s_FILE to name a readable file, but '%s' is not".formatted(name, file));
            return new Secret("");
        }
    }

    private <T> T read(String name, String fallback, Function<String, T> parser, T placeholder) {
        documented.put(name, fallback);
        String value = environment.getOrDefault(name, fallback);
        if (value.isBlank() && fallback.isEmpty() && !environment.containsKey(name)) {
            problems.add("Expected %s to be set, but it is not".formatted(name));
            return placeholder;
        }
        try {
            return parser.apply(value);
        } catch (IllegalArgumentException | DateTimeParseException e) {
            problems.add("Expected %s to be valid, but '%s' is not: %s".formatted(name, value, e.getMessage()));
            return placeholder;
        }
    }

    private static List<String> split(String value) {
        return Arrays.stream(value.split(",", -1))
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .toList();
    }

    private static int parsedInteger(String value) {
        return Integer.parseInt(value.strip());
    }

    private static boolean parsedFlag(String value) {
        return switch (value.strip()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("true or false");
        };
    }

    private static Duration parsedDuration(String value) {
        Matcher matcher = SHORT_DURATION.matcher(value.strip());
        if (!matcher.matches()) {
            return Duration.parse(value.strip());
        }
        long amount = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }
}
