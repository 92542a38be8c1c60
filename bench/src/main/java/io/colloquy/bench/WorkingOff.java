package io.colloquy.bench;

import io.colloquy.bench.load.FullLoad;
import io.colloquy.bench.load.Pictures;
import io.colloquy.bench.load.Sender;
import io.colloquy.local.ServiceProcess;
import java.time.Duration;
import java.util.List;

/**
 * The frame-processor on a backlog: frames enough for the whole measurement are sent and acknowledged at its beginning, so
 * that sending them takes no processor time from the window.
 */
final class WorkingOff implements Work {
    private static final double RESERVE = 2;
    private static final double FIRST_GUESS_PER_THREAD = 100;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final String name;
    private final FullLoad load;
    private final int senders;
    private final ReadingsTail tail;
    private final ServiceProcess processor;
    private final Duration whole;
    private double perSecond;
    private long begun;
    private long readingsBefore;
    private long facesBefore;
    private long sent;
    private int turns;
    private int dry;

    /** @param pace from one frame's capture to the next one's, as the frames tell it */
    WorkingOff(
            String name,
            List<Sender> senders,
            Pictures pictures,
            Duration pace,
            ReadingsTail tail,
            ServiceProcess processor,
            Plan plan) {
        this.name = name;
        this.load = new FullLoad(senders, pictures, pace);
        this.senders = senders.size();
        this.tail = tail;
        this.processor = processor;
        this.whole = plan.whole();
        this.perSecond = FIRST_GUESS_PER_THREAD * plan.threads();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void begin() {
        long each = 1 + (long) (RESERVE * perSecond * whole.toMillis() / 1000 / senders);
        readingsBefore = tail.readings();
        facesBefore = tail.faces();
        begun = System.nanoTime();
        sent = each * senders;
        load.begin(each);
    }

    @Override
    public long done() {
        return tail.faces() - facesBefore;
    }

    @Override
    public Duration cpu() {
        return processor.handle().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Works off what is left, and learns how long the next backlog has to be. */
    @Override
    public void end() {
        load.join();
        boolean ranDry = tail.readings() - readingsBefore >= sent;
        tail.await(readingsBefore + sent, PATIENCE);
        perSecond = sent / ((tail.latestNanos() - begun) / 1e9);
        dry += ranDry && turns > 0 ? 1 : 0;
        turns++;
    }

    /** In how many measurements, but the first, the backlog did not last: their figures are too low. */
    int dry() {
        return dry;
    }
}
