package io.colloquy.frames;

import io.colloquy.platform.lifecycle.ServiceMain;

/** Runs the frame-processor as a process of its own. */
public final class Main {
    private Main() {}

    /** Configured by environment variables alone. */
    public static void main(String[] arguments) {
        ServiceMain.run("frame-processor", FrameProcessorConfig::from, FrameProcessorService::new);
    }
}
