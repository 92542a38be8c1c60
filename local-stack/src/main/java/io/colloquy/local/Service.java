package io.colloquy.local;

import io.colloquy.platform.database.LoginRole;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The five services, in the order in which people meet them. */
public enum Service {
    INGEST("ingest-api", "room and public API", "COLLOQUY_INGEST_PORT", 8080, LoginRole.INGEST),
    REPORT("report-service", "board and reports", "COLLOQUY_REPORT_PORT", 8081, LoginRole.REPORT),
    EVALUATOR("answer-evaluator", "answer-evaluator", "COLLOQUY_EVALUATOR_PORT", 8082, LoginRole.EVALUATOR),
    FRAMES("frame-processor", "frame-processor", "COLLOQUY_FRAMES_PORT", 8083, LoginRole.FRAMES),
    PROJECTOR("session-projector", "session-projector", "COLLOQUY_PROJECTOR_PORT", 8084, LoginRole.PROJECTOR);

    private final String id;
    private final String title;
    private final String portVariable;
    private final int defaultPort;
    private final LoginRole loginRole;

    Service(String id, String title, String portVariable, int defaultPort, LoginRole loginRole) {
        this.id = id;
        this.title = title;
        this.portVariable = portVariable;
        this.defaultPort = defaultPort;
        this.loginRole = loginRole;
    }

    /** The name that commands, topics and metrics use. */
    public String id() {
        return id;
    }

    /** What it is to a person at the browser. */
    public String title() {
        return title;
    }

    /** The environment variable that moves its HTTP port. */
    public String portVariable() {
        return portVariable;
    }

    public int defaultPort() {
        return defaultPort;
    }

    /** The login role that migrations create for it. */
    public LoginRole loginRole() {
        return loginRole;
    }

    /** The service of that name; throws {@link StackException} with all names if there is none. */
    public static Service ofId(String id) {
        return Arrays.stream(values())
                .filter(service -> service.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new StackException("Expected one of %s, but got '%s'"
                        .formatted(Arrays.stream(values()).map(Service::id).collect(Collectors.joining(", ")), id)));
    }
}
