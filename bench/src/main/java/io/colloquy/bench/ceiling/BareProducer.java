package io.colloquy.bench.ceiling;

import io.colloquy.bench.load.Pictures;
import io.colloquy.platform.kafka.KafkaClients;
import io.colloquy.platform.kafka.KafkaConfig;
import io.colloquy.platform.sealing.Sealer;
import io.colloquy.platform.sealing.Subject;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * What Kafka takes of these bytes from one producer with the settings of ingest-api's (acks=all, idempotent, no linger): a
 * loop that sends and counts what is acknowledged, slowed only by the producer's own buffer. Begun with {@code sealed}, it
 * also seals each picture first, as the rules of the field want it.
 */
final class BareProducer extends BareLoop {
    static final String TOPIC = "ceiling";

    private static final Subject SUBJECT = new Subject("organisation", "session");
    private static final Duration MAX_BLOCK = Duration.ofSeconds(60);

    private final KafkaProducer<String, byte[]> producer;
    private final List<String> keys;
    private final byte[] value;
    private final Sealer sealer = new Sealer(new OneKey());
    private final AtomicLong acknowledged = new AtomicLong();
    private volatile boolean running;
    private Thread thread = new Thread();

    private BareProducer(KafkaConfig kafka, int keys, int bytes) {
        this.producer = KafkaClients.producer(kafka, "bench-ceiling", MAX_BLOCK);
        this.keys =
                Stream.generate(() -> UUID.randomUUID().toString()).limit(keys).toList();
        this.value = Pictures.filler(bytes).get(0);
    }

    public static void main(String[] arguments) throws IOException {
        KafkaConfig kafka =
                new KafkaConfig(arguments[0], URI.create("http://localhost"), Integer.parseInt(arguments[1]), 1);
        new BareProducer(kafka, Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3])).serve();
    }

    @Override
    void begin(List<String> arguments) {
        UnaryOperator<byte[]> before = arguments.contains("sealed") ? this::sealed : UnaryOperator.identity();
        acknowledged.set(0);
        running = true;
        thread = Thread.ofPlatform().name("bare-producer").daemon().start(() -> run(before));
    }

    @Override
    long done() {
        return acknowledged.get();
    }

    @Override
    void end() {
        running = false;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        producer.flush();
    }

    private byte[] sealed(byte[] picture) {
        ByteBuffer data = sealer.seal(SUBJECT, "image", picture).getData();
        byte[] bytes = new byte[data.remaining()];
        data.get(bytes);
        return bytes;
    }

    private void run(UnaryOperator<byte[]> before) {
        for (int i = 0; running; i++) {
            String key = keys.get(i % keys.size());
            var ignored = producer.send(new ProducerRecord<>(TOPIC, key, before.apply(value)), (metadata, failure) -> {
                if (failure == null) {
                    acknowledged.incrementAndGet();
                }
            });
        }
    }
}
