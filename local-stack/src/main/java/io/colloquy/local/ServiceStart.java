package io.colloquy.local;

import io.colloquy.evaluator.AnswerEvaluatorService;
import io.colloquy.evaluator.EvaluatorConfig;
import io.colloquy.frames.FrameProcessorConfig;
import io.colloquy.frames.FrameProcessorService;
import io.colloquy.ingest.IngestConfig;
import io.colloquy.ingest.IngestService;
import io.colloquy.platform.config.Settings;
import io.colloquy.reports.ReportConfig;
import io.colloquy.reports.ReportService;
import io.colloquy.sessions.SessionProjectorConfig;
import io.colloquy.sessions.SessionProjectorService;
import java.time.Clock;
import java.util.Map;
import java.util.function.Consumer;

/** The one place that knows how each service starts: as an object inside this process, or as a process of its own. */
final class ServiceStart {
    private ServiceStart() {}

    /**
     * The running service, the same object that its {@code Main} holds.
     *
     * @param environment what {@code Main} would find in the environment
     * @param onFatal told about a failure after which the service cannot go on
     */
    static AutoCloseable inThisProcess(Service service, Map<String, String> environment, Consumer<Throwable> onFatal) {
        return switch (service) {
            case INGEST -> new IngestService(Settings.read(environment, IngestConfig::from));
            case REPORT -> new ReportService(Settings.read(environment, ReportConfig::from), Clock.systemUTC());
            case EVALUATOR -> new AnswerEvaluatorService(Settings.read(environment, EvaluatorConfig::from), onFatal);
            case FRAMES -> new FrameProcessorService(Settings.read(environment, FrameProcessorConfig::from), onFatal);
            case PROJECTOR ->
                new SessionProjectorService(Settings.read(environment, SessionProjectorConfig::from), onFatal);
        };
    }

    /** Runs the service's {@code Main} until this process is asked to stop; configured by environment alone. */
    static void asThisProcess(Service service) {
        String[] none = {};
        switch (service) {
            case INGEST -> io.colloquy.ingest.Main.main(none);
            case REPORT -> io.colloquy.reports.Main.main(none);
            case EVALUATOR -> io.colloquy.evaluator.Main.main(none);
            case FRAMES -> io.colloquy.frames.Main.main(none);
            case PROJECTOR -> io.colloquy.sessions.Main.main(none);
        }
    }
}
