package io.colloquy.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.colloquy.bench.load.Sender;
import io.colloquy.local.LocalPlatform;
import io.colloquy.local.Service;
import io.colloquy.local.SignIn;
import io.colloquy.local.demo.Latencies;
import io.colloquy.local.demo.PublicApi;
import io.colloquy.local.demo.Target;
import io.colloquy.platform.kafka.KafkaConfig;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Utils;

/** Interviews begun through the public API, practice ones, so that expressions are read, too. */
final class Interviews {
    private final LocalPlatform platform;
    private final KafkaConfig kafka;
    private final URI ingest;

    Interviews(LocalPlatform platform, KafkaConfig kafka) {
        this.platform = platform;
        this.kafka = kafka;
        this.ingest = URI.create(platform.url(Service.INGEST));
    }

    /** So many, and then more until every partition has one, if there are to be that many at all. */
    List<Sender> start(int wanted) {
        Target target = new Target(ingest, URI.create(platform.url(Service.REPORT)));
        PublicApi api = new PublicApi(HttpClient.newHttpClient(), target, new Latencies());
        SignIn candidate = platform.candidate(1);
        api.signIn(candidate.email(), candidate.password());
        List<Sender> senders = new ArrayList<>();
        while (senders.size() < wanted || (wanted >= kafka.partitions() && partitions(senders) < kafka.partitions())) {
            senders.add(begin(api));
        }
        return List.copyOf(senders);
    }

    private Sender begin(PublicApi api) {
        ObjectNode setUp =
                PublicApi.object().put("job_title", "Software engineer").put("question_count", 3);
        String id = api.command("/api/v1/interviews/start", setUp.put("recruitment", false))
                .path("session_id")
                .asText();
        String path = "/api/v1/interviews/" + id;
        api.command(path + "/consent", PublicApi.object().put("video", true).put("text_version", "1"));
        return new Sender(
                ingest,
                id,
                partition(id),
                () -> api.command(path + "/socket-ticket", PublicApi.object())
                        .path("ticket")
                        .asText());
    }

    /** Where Kafka's own partitioner puts the key. */
    private int partition(String key) {
        return Utils.toPositive(Utils.murmur2(key.getBytes(StandardCharsets.UTF_8))) % kafka.partitions();
    }

    private static long partitions(List<Sender> senders) {
        return senders.stream().mapToInt(Sender::partition).distinct().count();
    }
}
