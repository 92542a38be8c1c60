package io.colloquy.local;

/** Sends the log of a command to a file, because the terminal belongs to the command. */
public final class LocalLogging {
    private LocalLogging() {}

    /** Takes effect only before the first logger is made. */
    public static void toFile(StackHome home) {
        System.setProperty("colloquy.logs", home.folder("logs").toString());
        System.setProperty("logback.configurationFile", "colloquy-logback.xml");
        System.setProperty("log4j2.StatusLogger.level", "OFF"); // Kafka carries it along and nobody has set it up.
    }
}
