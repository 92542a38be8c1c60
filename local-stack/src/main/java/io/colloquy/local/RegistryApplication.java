package io.colloquy.local;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;

/** Finds the registry that the build has unpacked beside this module's classes ({@code local-stack/target/registry}). */
final class RegistryApplication {
    private static final String PROPERTY = "colloquy.registry";

    private RegistryApplication() {}

    /** The folder with {@code quarkus-run.jar}; the system property {@code colloquy.registry} names another one. */
    static Path locate() {
        String configured = System.getProperty(PROPERTY, "");
        Path folder = configured.isEmpty() ? besideOurClasses() : Path.of(configured);
        if (!Files.isRegularFile(folder.resolve("quarkus-run.jar"))) {
            throw new StackException(
                    "Expected the schema registry in %s, but it is not there; build local-stack or set -D%s"
                            .formatted(folder, PROPERTY));
        }
        return folder;
    }

    /** Our classes are in {@code target/classes} or in a jar in {@code target}. */
    private static Path besideOurClasses() {
        CodeSource source = RegistryApplication.class.getProtectionDomain().getCodeSource();
        try {
            return Path.of(source.getLocation().toURI()).resolveSibling("registry");
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
