package io.colloquy.platform.health;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

/** What a service needs before it can serve. Thread-safe; checks run when readiness is asked for, so keep them cheap. */
public final class Health {
    private final Map<String, BooleanSupplier> checks = new ConcurrentHashMap<>();
    private final Map<String, BooleanSupplier> observed = new ConcurrentHashMap<>();

    /** Adds a dependency; a check that throws counts as not ready. */
    public void register(String dependency, BooleanSupplier check) {
        checks.put(dependency, check);
    }

    /** Adds something that is told beside readiness, but that the service can do without for a while. */
    public void observe(String dependency, BooleanSupplier check) {
        observed.put(dependency, check);
    }

    /** Every dependency with whether it is there. */
    public Map<String, Boolean> readiness() {
        return results(checks);
    }

    /** What is only observed, with whether it is there. */
    public Map<String, Boolean> observations() {
        return results(observed);
    }

    /** Whether every dependency is there. */
    public boolean ready() {
        return readiness().values().stream().allMatch(Boolean::booleanValue);
    }

    private static Map<String, Boolean> results(Map<String, BooleanSupplier> checks) {
        Map<String, Boolean> results = new LinkedHashMap<>();
        checks.keySet().stream().sorted().forEach(name -> results.put(name, holds(checks.get(name))));
        return results;
    }

    private static boolean holds(BooleanSupplier check) {
        try {
            return check.getAsBoolean();
        } catch (RuntimeException e) {
            return false;
        }
    }
}
