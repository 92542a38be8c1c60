package io.colloquy.evaluator.providers;

/** Something that was said, as a file of this kind. */
public record Recording(AudioKind kind, byte[] bytes) {
    String mediaType() {
        return kind.mediaType();
    }

    /** With the extension that providers tell formats by. */
    String fileName() {
        return kind.fileName();
    }

    /** How long it may be; a provider says it better. */
    long guessedSeconds() {
        return kind.guessedSeconds(bytes.length);
    }
}
