package io.colloquy.evaluator.planning;

import java.util.List;

/** A planner has no plan that may be asked; whoever comes next should make one. Carries nothing of what was typed or planned. */
public final class UnusablePlanException extends Exception {
    /** Something in the job or the CV tries, or seems to try, to steer the model: no model plans this interview. */
    public static final String SUSPICIOUS = "SUSPICIOUS_CONTENT";

    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient List<String> findings;

    /** For a stable code, which becomes part of events. */
    public UnusablePlanException(String code) {
        this(code, List.of());
    }

    private UnusablePlanException(String code, List<String> findings) {
        super("Expected a plan that may be asked, but it has '%s'".formatted(code));
        this.code = code;
        this.findings = List.copyOf(findings);
    }

    /** For input that no model may plan from. */
    public static UnusablePlanException suspicious(List<String> findings) {
        return new UnusablePlanException(SUSPICIOUS, findings);
    }

    /** A stable code for events, for example DUPLICATE_QUESTION. */
    public String code() {
        return code;
    }

    /** What was noticed in the input; empty unless it is suspicious. */
    public List<String> findings() {
        return findings;
    }
}
