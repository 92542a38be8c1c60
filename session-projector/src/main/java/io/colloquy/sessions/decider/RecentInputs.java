package io.colloquy.sessions.decider;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The bounded memory by which a repeated input is recognised. */
final class RecentInputs {
    private RecentInputs() {}

    /** With one more at the end; the oldest is forgotten when there are too many. */
    static List<String> with(List<String> known, Optional<String> inputId) {
        if (inputId.isEmpty() || known.contains(inputId.get())) {
            return known;
        }
        List<String> all = new ArrayList<>(known);
        all.add(inputId.get());
        return all.subList(Math.max(0, all.size() - SessionState.REMEMBERED_INPUTS), all.size());
    }
}
