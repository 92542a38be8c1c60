package io.colloquy.reports;

import io.colloquy.platform.lifecycle.ServiceMain;
import java.time.Clock;

/** Runs report-service as a process. */
public final class Main {
    private Main() {}

    /** Configured by the environment alone. */
    public static void main(String[] arguments) {
        ServiceMain.run(
                ReportService.NAME,
                ReportConfig::from,
                (config, failed) -> new ReportService(config, Clock.systemUTC()));
    }
}
