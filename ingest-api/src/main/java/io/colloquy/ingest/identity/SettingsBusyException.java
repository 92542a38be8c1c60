package io.colloquy.ingest.identity;

/** Somebody else is changing or publishing the same settings, and has been for longer than one waits. */
final class SettingsBusyException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    SettingsBusyException(Throwable cause) {
        super("Expected to change an organisation's settings, but another change of them is still under way", cause);
    }
}
