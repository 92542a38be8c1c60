package io.colloquy.bench;

import io.colloquy.bench.ceiling.CeilingProcess;
import io.colloquy.bench.load.FullLoad;
import io.colloquy.bench.load.PacedLoad;
import io.colloquy.bench.load.Pictures;
import io.colloquy.local.Service;
import io.colloquy.local.ServiceProcess;
import java.time.Duration;
import java.util.List;

/**
 * Frames of 16 KiB from a WebSocket to Kafka with acks=all.
 *
 * <p>The ceiling is one {@code KafkaProducer} with ingest-api's settings that sends the same bytes to the same broker. The
 * (Another one seals each picture first: what the rules of the field cost by themselves.) The
 * system is ingest-api itself: socket, checks, consent, sealing, Avro, the same producer, acknowledgement. Goals: at least
 * 0.70 of the ceiling's frames a second, at most 1.5 times its processor time a frame, and at 70 % of the measured rate 95 %
 * of the acknowledgements within 50 ms of when the frame was due.
 */
final class IngestRow implements Row {
    private static final int FRAME_BYTES = 16 * 1024;
    private static final double LOAD = 0.70;

    @Override
    public String name() {
        return "ingest";
    }

    @Override
    public RowResult run(BenchStack stack, Plan plan) {
        ServiceProcess ingest = stack.service(Service.INGEST);
        Pictures filler = Pictures.filler(FRAME_BYTES);
        FramesTopic topics = new FramesTopic(stack.kafka());
        topics.addCeiling();
        try (CeilingProcess producer = stack.producer(FRAME_BYTES)) {
            Work bare = producer.work("bare producer", "plain");
            Work sealing = producer.work("bare producer that seals", "sealed");
            Work system = new Ingesting(new FullLoad(stack.senders(), filler, Duration.ofMillis(33)), ingest, topics);
            Pairs pairs = Pairs.measure(plan, stack.progress(), List.of(bare, system, sealing));
            Spread rate = pairs.of(system, Sample::perSecond);
            PacedLoad paced = new PacedLoad(LOAD * rate.median(), filler);
            paced.run(stack.senders(), plan.warmUp(), plan.window().multipliedBy(2));
            topics.empty();
            return new RowResult(
                    name(),
                    List.of(
                            Figure.of("bare producer", "frames/s", pairs.of(bare, Sample::perSecond)),
                            Figure.of("bare producer that seals", "frames/s", pairs.of(sealing, Sample::perSecond)),
                            Figure.of("ingest-api", "frames/s", rate),
                            Figure.of(
                                    "ratio of frames/s",
                                    "",
                                    pairs.of(bare, system, (a, b) -> b.perSecond() / a.perSecond()),
                                    Goal.atLeast(0.70)),
                            Figure.of("bare producer, CPU", "ms/frame", pairs.of(bare, Sample::cpuMillis)),
                            Figure.of(
                                    "bare producer that seals, CPU", "ms/frame", pairs.of(sealing, Sample::cpuMillis)),
                            Figure.of("ingest-api, CPU", "ms/frame", pairs.of(system, Sample::cpuMillis)),
                            Figure.of(
                                    "ratio of CPU per frame",
                                    "",
                                    pairs.of(bare, system, (a, b) -> b.cpuMillis() / a.cpuMillis()),
                                    Goal.atMost(1.5)),
                            Figure.of("offered load", "frames/s", Spread.of(LOAD * rate.median())),
                            Figure.of(
                                    "due to ack, p50",
                                    "ms",
                                    Spread.of(paced.acks().millis(0.50))),
                            Figure.of(
                                    "due to ack, p95",
                                    "ms",
                                    Spread.of(paced.acks().millis(0.95)),
                                    Goal.atMost(50)),
                            Figure.of(
                                    "due to ack, p99",
                                    "ms",
                                    Spread.of(paced.acks().millis(0.99)))),
                    List.of(
                            "%d sockets, one interview each, windows of 16 frames"
                                    .formatted(stack.senders().size()),
                            "client, broker and service share the machine's cores; in the ceiling there is no client",
                            "CPU is that of ingest-api's or the producer's own process, without client and broker"));
        }
    }

    /** Ingest-api under as much as the windows let through. */
    private record Ingesting(FullLoad load, ServiceProcess ingest, FramesTopic topics) implements Work {
        @Override
        public String name() {
            return "ingest-api";
        }

        @Override
        public void begin() {
            load.begin(Long.MAX_VALUE);
        }

        @Override
        public long done() {
            return load.settled();
        }

        @Override
        public Duration cpu() {
            return ingest.handle().info().totalCpuDuration().orElse(Duration.ZERO);
        }

        @Override
        public void end() {
            load.stop();
            load.join();
            topics.empty();
        }
    }
}
