package io.colloquy.sessions;

import io.colloquy.platform.lifecycle.ServiceMain;
import io.colloquy.sessions.topology.SessionTopology;

/** Runs the session-projector as a process of its own. */
public final class Main {
    private Main() {}

    /** Configured by environment variables alone. */
    public static void main(String[] arguments) {
        ServiceMain.run(SessionTopology.SERVICE, SessionProjectorConfig::from, SessionProjectorService::new);
    }
}
