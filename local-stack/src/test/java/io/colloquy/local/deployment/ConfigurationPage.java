package io.colloquy.local.deployment;

import io.colloquy.ingest.seed.SeedConfig;
import io.colloquy.platform.config.Settings;
import io.colloquy.platform.database.MigrationConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/** {@code docs/configuration.md}: what the code reads, with a sentence about each from {@code configuration.properties}. */
final class ConfigurationPage {
    private static final String HEAD = """
            # Configuration

            Written by a test from the code that reads it (`ConfigurationPageTest`); do not edit it here.

            Every service is configured by environment variables alone and refuses to start, naming all offenders at once, when
            one is missing or malformed (exit code 78). Durations are ISO-8601 (`PT30S`) or short (`30s`, `20ms`, `5m`). Where
            a file is allowed, `NAME_FILE` names a file with the value; prefer it for secrets.

            Every service also takes `COLLOQUY_LOG_LEVEL` (`INFO`) and `COLLOQUY_LOG_TARGET` (`System.out`).
            """;

    private final Properties sentences = new Properties();

    ConfigurationPage() {
        try (InputStream stream = ConfigurationPage.class.getResourceAsStream("/deployment/configuration.properties")) {
            sentences.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text() {
        StringBuilder page = new StringBuilder(HEAD);
        for (DeployedService service : DeployedService.values()) {
            page.append(table(service.id(), service.documented(), service::mayBeAFile));
        }
        page.append(program("Migrations (`io.colloquy.platform.database.MigrateMain`)", MigrationConfig::from));
        page.append(program("First administrator (`io.colloquy.ingest.seed.SeedMain`)", SeedConfig::from));
        return page.toString();
    }

    private String program(String title, Function<Settings, ?> reader) {
        return table(
                title,
                new TreeMap<>(Settings.documentedBy(reader)),
                variable -> DeployedService.mayBeAFile(reader, variable));
    }

    private String table(String title, Map<String, String> variables, Predicate<String> mayBeAFile) {
        StringBuilder table = new StringBuilder(
                "\n## %s\n\n| variable | default | what it is |\n| --- | --- | --- |\n".formatted(title));
        variables.forEach((name, fallback) -> table.append("| `%s`%s | %s | %s |\n"
                .formatted(name, mayBeAFile.test(name) ? " or `…_FILE`" : "", shown(fallback), sentence(name))));
        return table.toString();
    }

    private String sentence(String name) {
        String sentence = sentences.getProperty(name);
        if (sentence == null) {
            throw new AssertionError(
                    "Expected a sentence about '%s' in configuration.properties, but there is none".formatted(name));
        }
        return sentence;
    }

    private static String shown(String fallback) {
        return switch (fallback) {
            case "" -> "**required**";
            case "(none)", " " -> "none";
            default -> "`" + fallback + "`";
        };
    }
}
