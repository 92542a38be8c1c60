package io.colloquy.frames.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.colloquy.frames.vision.DrawnFace;
import io.colloquy.frames.vision.FrameAnalyser;
import io.colloquy.frames.vision.ImageLimits;
import io.colloquy.frames.vision.PictureAnalysis;
import io.colloquy.platform.http.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class AnalysisDeskTest {
    private final CountDownLatch free = new CountDownLatch(1);

    @Test
    void shouldLetInAFewAndTellTheOthersToComeLater() throws Exception {
        try (AnalysisDesk desk = new AnalysisDesk(() -> null, Duration.ofMillis(50));
                ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            // given
            List<Future<String>> served = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                served.add(stay(desk, people, "user-" + i));
            }

            // when
            Problem refused = catchThrowableOfType(Problem.class, () -> desk.serve("one more", () -> "served"));
            free.countDown();
            for (Future<String> one : served) {
                assertThat(one.get()).isEqualTo("served");
            }

            // then
            assertThat(refused.status()).isEqualTo(503);
            assertThat(desk.serve("one more", () -> "served")).isEqualTo("served");
        }
    }

    @Test
    void shouldNotLetOneUserTakeAllPlaces() throws Exception {
        try (AnalysisDesk desk = new AnalysisDesk(() -> null, Duration.ofMillis(50));
                ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            // given
            Future<String> first = stay(desk, people, "greedy");
            Future<String> second = stay(desk, people, "greedy");

            // when
            Problem refused = catchThrowableOfType(Problem.class, () -> desk.serve("greedy", () -> "served"));
            String other = desk.serve("modest", () -> "served");
            free.countDown();
            first.get();
            second.get();

            // then
            assertThat(refused.status()).isEqualTo(429);
            assertThat(other).isEqualTo("served");
            assertThat(desk.serve("greedy", () -> "served")).isEqualTo("served");
        }
    }

    @Test
    void shouldLookAtPicturesOnOneThreadThatIsNobodyElses() throws Exception {
        try (FrameAnalyser analyser = new FrameAnalyser();
                AnalysisDesk desk = new AnalysisDesk(
                        () -> {
                            assertThat(Thread.currentThread().getName()).isEqualTo("picture-desk");
                            return analyser.pictures(ImageLimits.PICTURES);
                        },
                        Duration.ofSeconds(1));
                ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            // when
            List<Future<PictureAnalysis>> looked = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                looked.add(people.submit(() -> desk.look(DrawnFace.jpeg(0))));
            }

            // then
            for (Future<PictureAnalysis> one : looked) {
                assertThat(one.get()).isEqualTo(looked.getFirst().get());
            }
        }
    }

    /** Enters, and stays until all may leave. */
    private Future<String> stay(AnalysisDesk desk, ExecutorService people, String user) throws InterruptedException {
        CountDownLatch inside = new CountDownLatch(1);
        Future<String> served = people.submit(() -> desk.serve(user, () -> {
            inside.countDown();
            free.await();
            return "served";
        }));
        inside.await();
        return served;
    }
}
