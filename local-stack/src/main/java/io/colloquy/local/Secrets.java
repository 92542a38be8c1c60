package io.colloquy.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.function.Supplier;

/** Files that only their owner reads, made with random content at first use and the same from then on. */
final class Secrets {
    private static final int PASSWORD_BYTES = 18;

    private final Path folder;
    private final SecureRandom random = new SecureRandom();

    Secrets(StackHome home) {
        this.folder = home.folder("secrets");
    }

    /** A password of 144 random bits in characters that need no quoting anywhere. */
    String password(String name) {
        return text(name, () -> Base64.getUrlEncoder().withoutPadding().encodeToString(random(PASSWORD_BYTES)));
    }

    /** Random bytes in base64. */
    String key(String name, int bytes) {
        return text(name, () -> Base64.getEncoder().encodeToString(random(bytes)));
    }

    private byte[] random(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    /** The file's text; written first if there is none. */
    synchronized String text(String name, Supplier<String> first) {
        Path file = file(name);
        try {
            if (!Files.exists(file)) {
                write(file, first.get());
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it is kept. */
    Path file(String name) {
        return folder.resolve(name);
    }

    boolean has(String name) {
        return Files.exists(file(name));
    }

    /** Whole or not at all, and never readable by others for a moment. */
    private static void write(Path file, String text) throws IOException {
        Path draft = Files.createTempFile(
                file.getParent(),
                "draft-",
                "",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(draft, (text + "\n").getBytes(StandardCharsets.UTF_8));
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
