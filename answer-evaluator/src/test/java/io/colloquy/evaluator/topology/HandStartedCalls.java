package io.colloquy.evaluator.topology;

import io.colloquy.evaluator.work.Calls;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Calls that run when the test says so. */
final class HandStartedCalls implements Calls {
    private final List<Runnable> started = new ArrayList<>();
    private final Set<String> fullLanes = new HashSet<>();
    private int room = Integer.MAX_VALUE;
    private int givenUp;

    @Override
    public Optional<Runnable> tryStart(String lane, Runnable call) {
        if (started.size() >= room || fullLanes.contains(lane)) {
            return Optional.empty();
        }
        started.add(call);
        return Optional.of(() -> givenUp++);
    }

    void setRoom(int places) {
        room = places;
    }

    void fill(String lane) {
        fullLanes.add(lane);
    }

    int started() {
        return started.size();
    }

    int givenUp() {
        return givenUp;
    }

    /** Takes the calls started so far, without running them. */
    List<Runnable> take() {
        List<Runnable> taken = List.copyOf(started);
        started.clear();
        return taken;
    }

    /** Runs the calls started so far. */
    void run() {
        take().forEach(Runnable::run);
    }
}
