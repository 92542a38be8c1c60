package io.colloquy.bench;

import io.colloquy.bench.ceiling.CeilingProcess;
import io.colloquy.bench.load.PacedLoad;
import io.colloquy.bench.load.Pictures;
import io.colloquy.bench.load.Sender;
import io.colloquy.local.Service;
import io.colloquy.local.ServiceProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Frames on Kafka to readings on Kafka.
 *
 * <p>The ceiling is the bare decode → detect → infer loop of the same search policy: the same pictures, as many threads as
 * the stream has, from memory to memory. The system is the frame-processor behind ingest-api, working off frames that were
 * acknowledged before. Goals: at least 0.85 of the ceiling's faces a second, and at 70 % of the measured rate 95 % of the
 * readings within 200 ms of when their frames were due. Besides, the plain loop that searches the whole of every picture
 * (what tracking gains), the processor time of a frame where each interview sends one a second (the law), and what batches
 * would gain.
 */
final class FramesRow implements Row {
    /** The sequence's own. */
    private static final Duration CAMERA = Duration.ofMillis(33);

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final double LOAD = 0.70;
    private static final int MANY = 10_000;

    @Override
    public String name() {
        return "frames";
    }

    @Override
    public RowResult run(BenchStack stack, Plan plan) {
        Pictures pictures = Pictures.ofFaces();
        List<Sender> senders = stack.onePerPartition();
        stack.service(Service.INGEST);
        ServiceProcess processor = stack.service(Service.FRAMES);
        try (CeilingProcess vision = stack.vision(plan.threads());
                CeilingProcess inference = stack.inference(plan.threads());
                ReadingsTail tail = new ReadingsTail(stack.kafka())) {
            Work plain = vision.work("plain loop, searches everything", "full", "33");
            Work bare = vision.work("bare loop", "tracked", "33");
            WorkingOff system = new WorkingOff("frame-processor", senders, pictures, CAMERA, tail, processor, plan);
            WorkingOff slow =
                    new WorkingOff("frame-processor, 1 frame/s", senders, pictures, SECOND, tail, processor, plan);
            Pairs pairs = Pairs.measure(plan, stack.progress(), List.of(bare, system, plain, slow));
            Spread rate = pairs.of(system, Sample::perSecond);
            PacedLoad paced = new PacedLoad(LOAD * rate.median(), pictures);
            latency(paced, senders, tail, plan);
            List<Figure> batching = new Batching(plan, vision, inference, bare).measure(stack.progress());
            Spread cpuAtOne = pairs.of(slow, Sample::cpuMillis);
            Spread sessionsPerCore = new Spread(
                    cpuAtOne.values().stream().map(millis -> 1000 / millis).toList());
            List<Figure> figures = new ArrayList<>(List.of(
                    Figure.of("plain loop, searches everything", "faces/s", pairs.of(plain, Sample::perSecond)),
                    Figure.of("bare loop", "faces/s", pairs.of(bare, Sample::perSecond)),
                    Figure.of("frame-processor", "faces/s", rate),
                    Figure.of(
                            "ratio to the bare loop",
                            "",
                            pairs.of(bare, system, (a, b) -> b.perSecond() / a.perSecond()),
                            Goal.atLeast(0.85)),
                    Figure.of(
                            "ratio to the plain loop",
                            "",
                            pairs.of(plain, system, (a, b) -> b.perSecond() / a.perSecond())),
                    Figure.of(
                            "frame-processor, each thread",
                            "faces/s",
                            pairs.of(system, it -> it.perSecond() / plan.threads())),
                    Figure.of("bare loop, CPU", "ms/face", pairs.of(bare, Sample::cpuMillis)),
                    Figure.of("frame-processor, CPU", "ms/face", pairs.of(system, Sample::cpuMillis)),
                    Figure.of(
                            "ratio of CPU per face",
                            "",
                            pairs.of(bare, system, (a, b) -> b.cpuMillis() / a.cpuMillis())),
                    Figure.of("offered load", "frames/s", Spread.of(LOAD * rate.median())),
                    Figure.of("due to reading, p50", "ms", Spread.of(tail.ages().millis(0.50))),
                    Figure.of("due to reading, p95", "ms", Spread.of(tail.ages().millis(0.95)), Goal.atMost(200)),
                    Figure.of("CPU at 1 frame/s a session", "ms/face", cpuAtOne),
                    Figure.of("sessions per core at 1 frame/s", "", sessionsPerCore)));
            figures.addAll(batching);
            return new RowResult(
                    name(),
                    figures,
                    List.of(
                            "pictures: %s; %d threads; %d interviews, as many to each thread"
                                    .formatted(pictures.origin(), plan.threads(), senders.size()),
                            "%d sessions at 1 frame/s need %.0f cores of this kind in the frame-processor (%d × %.2f ms)"
                                    .formatted(MANY, MANY * cpuAtOne.median() / 1000, MANY, cpuAtOne.median()),
                            Batching.note(),
                            "backlogs that did not last: %d".formatted(system.dry() + slow.dry())
                                    + (tail.notRead().isEmpty() ? "" : "; some were not read: " + tail.notRead())));
        }
    }

    /** Ages are kept of frames that were due in the window. */
    private static void latency(PacedLoad paced, List<Sender> senders, ReadingsTail tail, Plan plan) {
        long before = tail.readings();
        tail.keepAgesFrom(System.currentTimeMillis() + plan.warmUp().toMillis());
        paced.run(senders, plan.warmUp(), plan.window().multipliedBy(2));
        tail.await(before + paced.sent(), Duration.ofSeconds(60));
        tail.keepAgesFrom(Long.MAX_VALUE);
    }
}
