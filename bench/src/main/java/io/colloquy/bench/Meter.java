package io.colloquy.bench;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Lets work run, and looks at it twice: after the warm-up and at the end of the window. */
final class Meter {
    private static final int WARM_UP_WINDOWS = 3;

    private final Plan plan;

    Meter(Plan plan) {
        this.plan = plan;
    }

    /** Long enough for the compilers to have done their work; nothing is kept. */
    Sample warmUp(Work work) {
        return new Meter(new Plan(
                        1, plan.warmUp(), plan.window().multipliedBy(WARM_UP_WINDOWS), plan.sessions(), plan.threads()))
                .measure(work);
    }

    /** One measurement; what happens before and after the window does not count. */
    Sample measure(Work work) {
        work.begin();
        try {
            pause(plan.warmUp());
            Reading first = read(work);
            pause(plan.window());
            return read(work).since(first);
        } finally {
            work.end();
        }
    }

    static void pause(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
            if (Thread.currentThread().isInterrupted()) {
                throw new BenchException("Expected to measure, but was interrupted");
            }
        }
    }

    private static Reading read(Work work) {
        return new Reading(work.done(), work.cpu(), System.nanoTime());
    }

    private record Reading(long done, Duration cpu, long nanos) {
        Sample since(Reading first) {
            long count = done - first.done;
            double seconds = (nanos - first.nanos) / 1e9;
            return new Sample(count / seconds, cpu.minus(first.cpu).toNanos() / 1e6 / Math.max(1, count), count);
        }
    }
}
