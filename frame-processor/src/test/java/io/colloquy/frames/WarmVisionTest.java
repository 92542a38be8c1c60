package io.colloquy.frames;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.colloquy.frames.vision.DrawnFace;
import io.colloquy.frames.vision.EmotionModel;
import io.colloquy.frames.vision.FrameAnalyser;
import io.colloquy.frames.vision.FrameAnalysis;
import io.colloquy.frames.vision.ImageLimits;
import io.colloquy.frames.vision.Track;
import io.colloquy.platform.metrics.Metrics;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WarmVisionTest {
    private final CountDownLatch mayLoad = new CountDownLatch(1);
    private final AtomicInteger loads = new AtomicInteger();
    private final List<Throwable> fatal = new CopyOnWriteArrayList<>();

    @Test
    void shouldReadFramesWithoutTheExpressionUntilTheModelIsWarm() {
        try (FrameAnalyser analyser = new FrameAnalyser(ImageLimits.DEFAULT, this::slowly)) {
            // given
            WarmVision vision = new WarmVision(analyser, new Metrics(), fatal::add);
            vision.wantEmotion();
            vision.wantEmotion();

            // when: the loader cannot get on before this frame is read
            FrameAnalysis.Read before = look(vision);
            mayLoad.countDown();
            vision.warmUp(1);
            FrameAnalysis.Read after = look(vision);

            // then
            assertThat(before.candidate()).isZero();
            assertThat(before.expression()).isEmpty();
            assertThat(after.expression()).isPresent();
            assertThat(loads).hasValue(1);
            assertThat(fatal).isEmpty();
        }
    }

    @Test
    void shouldLoadNoEmotionModelThatNobodyWants() {
        try (FrameAnalyser analyser = new FrameAnalyser(ImageLimits.DEFAULT, this::slowly)) {
            WarmVision vision = new WarmVision(analyser, new Metrics(), fatal::add);

            vision.warmUp(2);

            assertThat(look(vision).expression()).isEmpty();
            assertThat(loads).hasValue(0);
        }
    }

    @Test
    void shouldNotGoOnWithoutTheModelThatIsConfigured() {
        try (FrameAnalyser analyser = new FrameAnalyser(ImageLimits.DEFAULT, () -> {
            throw new IllegalArgumentException("Expected a model, but there is none");
        })) {
            WarmVision vision = new WarmVision(analyser, new Metrics(), fatal::add);

            vision.wantEmotion();

            assertThatThrownBy(() -> vision.warmUp(1)).hasRootCauseMessage("Expected a model, but there is none");
        }
    }

    private static FrameAnalysis.Read look(WarmVision vision) {
        return (FrameAnalysis.Read) vision.analyse(DrawnFace.jpeg(0), Instant.EPOCH, Track.NEW, true);
    }

    private EmotionModel slowly() {
        loads.incrementAndGet();
        try {
            mayLoad.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return EmotionModel.bundled();
    }
}
