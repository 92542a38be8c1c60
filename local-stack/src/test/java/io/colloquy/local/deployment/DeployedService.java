package io.colloquy.local.deployment;

import io.colloquy.evaluator.EvaluatorConfig;
import io.colloquy.frames.FrameProcessorConfig;
import io.colloquy.ingest.IngestConfig;
import io.colloquy.platform.config.ConfigurationException;
import io.colloquy.platform.config.Settings;
import io.colloquy.reports.ReportConfig;
import io.colloquy.sessions.SessionProjectorConfig;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The five services, each with the code that reads its configuration: the truth that deployment files are held against. */
enum DeployedService {
    INGEST_API("ingest-api", IngestConfig.class, IngestConfig::from),
    REPORT_SERVICE("report-service", ReportConfig.class, ReportConfig::from),
    ANSWER_EVALUATOR("answer-evaluator", EvaluatorConfig.class, EvaluatorConfig::from),
    FRAME_PROCESSOR("frame-processor", FrameProcessorConfig.class, FrameProcessorConfig::from),
    SESSION_PROJECTOR("session-projector", SessionProjectorConfig.class, SessionProjectorConfig::from);

    /** Read by the logging set-up of every service, not by its configuration. */
    private static final Set<String> OF_LOGGING = Set.of("COLLOQUY_LOG_LEVEL", "COLLOQUY_LOG_TARGET");

    private final String id;
    private final Class<?> configuration;
    private final Function<Settings, ?> reader;

    DeployedService(String id, Class<?> configuration, Function<Settings, ?> reader) {
        this.id = id;
        this.configuration = configuration;
        this.reader = reader;
    }

    String id() {
        return id;
    }

    Class<?> configuration() {
        return configuration;
    }

    /** Throws ConfigurationException where the service would refuse to start. */
    void read(Map<String, String> environment) {
        Settings.read(environment, reader);
    }

    /** Variables that it reads, with their defaults; empty means required. */
    Map<String, String> documented() {
        return new TreeMap<>(Settings.documentedBy(reader));
    }

    /** Whether the value may also come from the file that {@code NAME_FILE} names. */
    boolean mayBeAFile(String variable) {
        return mayBeAFile(reader, variable);
    }

    static boolean mayBeAFile(Function<Settings, ?> reader, String variable) {
        try {
            Settings.read(Map.of(variable + "_FILE", "/there/is/no/such/file"), reader);
            return false;
        } catch (ConfigurationException e) {
            return e.getMessage().contains(variable + "_FILE");
        }
    }

    /** Variables that it neither reads nor logs by. */
    Set<String> unknownAmong(Set<String> variables) {
        Map<String, String> known = documented();
        return variables.stream()
                .filter(name -> name.startsWith("COLLOQUY_"))
                .filter(name -> !known.containsKey(name) && !OF_LOGGING.contains(name) && !isFileOf(name, known))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Required variables that are not there, neither themselves nor as a file. */
    Set<String> missingAmong(Set<String> variables) {
        return documented().entrySet().stream()
                .filter(variable -> variable.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .filter(name -> !variables.contains(name) && !variables.contains(name + "_FILE"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private boolean isFileOf(String name, Map<String, String> known) {
        String plain = name.replaceFirst("_FILE$", "");
        return !plain.equals(name) && known.containsKey(plain) && mayBeAFile(plain);
    }
}
