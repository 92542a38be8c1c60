package io.colloquy.evaluator.topology;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.function.Predicate;

/**
 * Tasks that wait to be started, in a queue for each lane: who waits behind a slow provider holds up nobody else. A task may
 * have a time by which it has to be started; it is never in two lanes.
 */
final class Waiting {
    static final long FOR_EVER = Long.MAX_VALUE;

    private final Map<String, Queue<Entry>> lanes = new HashMap<>();
    private final PriorityQueue<Limit> limits = new PriorityQueue<>(Comparator.comparingLong(Limit::latest));

    private record Entry(long notBefore, String taskId) implements Comparable<Entry> {
        @Override
        public int compareTo(Entry other) {
            return Long.compare(notBefore, other.notBefore);
        }
    }

    private record Limit(long latest, String lane, Entry entry) {}

    /**
     * Lets a task wait.
     *
     * @param latest when it is overdue; {@link #FOR_EVER} when it has time
     */
    void add(String lane, String taskId, long notBefore, long latest) {
        Entry entry = new Entry(notBefore, taskId);
        lanes.computeIfAbsent(lane, name -> new PriorityQueue<>()).add(entry);
        if (latest != FOR_EVER) {
            limits.add(new Limit(latest, lane, entry));
        }
    }

    boolean isEmpty() {
        return lanes.isEmpty();
    }

    /** Takes out the tasks that should have been started by now. */
    List<String> overdue(long now) {
        List<String> overdue = new ArrayList<>();
        while (!limits.isEmpty() && limits.element().latest() <= now) {
            Limit limit = limits.remove();
            if (lanes.getOrDefault(limit.lane(), new PriorityQueue<>()).remove(limit.entry())) {
                overdue.add(limit.entry().taskId());
            }
        }
        lanes.values().removeIf(Queue::isEmpty);
        return overdue;
    }

    /**
     * Starts what is due in each lane, until the lane is full.
     *
     * @param start says whether it could be started
     */
    void startDue(long now, Predicate<String> start) {
        lanes.values().forEach(lane -> {
            while (!lane.isEmpty()
                    && lane.element().notBefore() <= now
                    && start.test(lane.element().taskId())) {
                lane.remove();
            }
        });
        lanes.values().removeIf(Queue::isEmpty);
    }
}
