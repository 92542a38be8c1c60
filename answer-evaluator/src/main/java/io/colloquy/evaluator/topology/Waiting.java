package io.colloquy.evaluator.topology;

import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.function.Predicate;

/** Tasks that wait to be started, in a queue for each lane: who waits behind a slow provider holds up nobody else. */
final class Waiting {
    private final Map<String, Queue<Entry>> lanes = new HashMap<>();

    private record Entry(long notBefore, String taskId) implements Comparable<Entry> {
        @Override
        public int compareTo(Entry other) {
            return Long.compare(notBefore, other.notBefore);
        }
    }

    void add(String lane, String taskId, long notBefore) {
        lanes.computeIfAbsent(lane, name -> new PriorityQueue<>()).add(new Entry(notBefore, taskId));
    }

    boolean isEmpty() {
        return lanes.isEmpty();
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
