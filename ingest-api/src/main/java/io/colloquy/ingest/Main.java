package io.colloquy.ingest;

import io.colloquy.platform.lifecycle.ServiceMain;

/** Runs ingest-api as a process of its own, configured by environment. */
public final class Main {
    private Main() {}

    /** Takes no arguments. */
    public static void main(String[] arguments) {
        ServiceMain.run("ingest-api", IngestConfig::from, (config, onFatal) -> new IngestService(config));
    }
}
