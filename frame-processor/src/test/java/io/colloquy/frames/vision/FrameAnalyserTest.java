package io.colloquy.frames.vision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class FrameAnalyserTest {
    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
    private static final FrameAnalyser ANALYSER = new FrameAnalyser();

    /** No face so far and the whole picture just searched, so that the quick search is used. */
    private static final Track SEARCHED = new Track(
            Optional.empty(),
            Optional.empty(),
            List.of(),
            new Searches(Optional.of(START), Optional.of(START), 0),
            EyePlaces.NONE,
            EyeCalibration.NEW,
            BlinkWatch.NEW,
            BlinkRate.NEW,
            Optional.empty());

    @AfterAll
    static void close() {
        ANALYSER.close();
    }

    @Test
    void shouldFindTheDrawnFaceInEveryFrameAndItsBlinksWhereTheyAre() {
        // when
        List<FrameAnalysis.Read> reads = follow(100, false);
        // then
        assertThat(reads).hasSize(100).allMatch(read -> read.faces().size() == 1);
        assertThat(framesWhere(reads, FrameAnalysis.Read::blink))
                .containsExactly(DrawnFace.FRAMES_PER_BLINK, 2 * DrawnFace.FRAMES_PER_BLINK);
        assertThat(framesWhere(reads, read -> read.eyes() == EyeState.CLOSED))
                .allMatch(DrawnFace::eyesClosed)
                .hasSize(2 * DrawnFace.CLOSED_FRAMES);
    }

    @Test
    void shouldReadTheQualityOfTheFace() {
        // when
        Quality quality = follow(1, false).getFirst().quality().orElseThrow();
        // then
        assertThat(quality.faceSize()).isBetween(150, 250);
        assertThat(quality.brightness()).isBetween(80.0, 200.0);
        assertThat(quality.sharpness()).isPositive();
    }

    @Test
    void shouldGiveTheExpressionOnlyWhereItIsAskedFor() {
        try (FrameAnalyser analyser = new FrameAnalyser()) {
            // when
            FrameAnalysis.Read without =
                    (FrameAnalysis.Read) analyser.analyse(DrawnFace.jpeg(0), START, Track.NEW, false);
            boolean loadedWithout = analyser.emotionModelLoaded();
            FrameAnalysis.Read with = (FrameAnalysis.Read)
                    analyser.analyse(DrawnFace.jpeg(1), START.plusMillis(40), without.next(), true);
            // then
            assertThat(without.expression()).isEmpty();
            assertThat(loadedWithout).isFalse();
            assertThat(with.expression().orElseThrow().modelHash()).hasSize(64);
            assertThat(with.next().smoothing()).isPresent();
        }
    }

    @Test
    void shouldForgetTheExpressionWhenItIsNoLongerAskedFor() {
        // given
        Track with = ANALYSER.analyse(DrawnFace.jpeg(0), START, Track.NEW, true).next();
        // when
        Track without = ANALYSER.analyse(DrawnFace.jpeg(1), START.plusMillis(40), with, false)
                .next();
        // then
        assertThat(without.smoothing()).isEmpty();
    }

    @Test
    void shouldReadAPictureWithoutAFace() {
        // when
        FrameAnalysis analysis = ANALYSER.analyse(HostilePictures.jpeg(320, 240), START, Track.NEW, true);
        // then
        FrameAnalysis.Read read = (FrameAnalysis.Read) analysis;
        assertThat(read.candidate()).isEqualTo(-1);
        assertThat(read.face()).isEmpty();
        assertThat(read.eyes()).isEqualTo(EyeState.UNKNOWN);
    }

    @Test
    void shouldFindTheFaceAgainAfterAFrameWithoutIt() {
        // given
        Track lost = ANALYSER.analyse(HostilePictures.jpeg(640, 480), START, Track.NEW, false)
                .next();
        // when
        FrameAnalysis found = ANALYSER.analyse(DrawnFace.jpeg(3), START.plusMillis(40), lost, false);
        // then
        assertThat(((FrameAnalysis.Read) found).candidate()).isZero();
    }

    @Test
    void shouldAcceptATrackOfALargerPicture() {
        // given
        Track track =
                ANALYSER.analyse(DrawnFace.jpeg(0), START, Track.NEW, false).next();
        // when
        FrameAnalysis small = ANALYSER.analyse(HostilePictures.jpeg(64, 48), START.plusMillis(40), track, false);
        // then
        assertThat(((FrameAnalysis.Read) small).candidate()).isEqualTo(-1);
    }

    @Test
    void shouldNameTheReasonForEachHostilePictureAndKeepTheTrack() {
        // given
        Track track = follow(1, false).getFirst().next();
        // then
        assertThat(refusal(HostilePictures.truncated(), track)).isEqualTo(Unreadable.TRUNCATED);
        assertThat(refusal(HostilePictures.jpeg(1, 1), track)).isEqualTo(Unreadable.TOO_SMALL);
        assertThat(refusal(HostilePictures.png(), track)).isEqualTo(Unreadable.NOT_A_JPEG);
        assertThat(refusal(HostilePictures.claiming(DrawnFace.jpeg(0), 30_000, 30_000), track))
                .isEqualTo(Unreadable.TOO_MANY_PIXELS);
        assertThat(refusal(random(4_000), track)).isEqualTo(Unreadable.NOT_A_JPEG);
    }

    @Test
    void shouldReadUnusualButHonestJpegs() {
        assertThat(ANALYSER.analyse(HostilePictures.progressive(), START, Track.NEW, false))
                .isInstanceOfSatisfying(
                        FrameAnalysis.Read.class,
                        read -> assertThat(read.candidate()).isZero());
        assertThat(ANALYSER.analyse(HostilePictures.fourComponents(), START, Track.NEW, false))
                .isInstanceOf(FrameAnalysis.Read.class);
    }

    @Test
    void shouldSurviveDamagedJpegs() {
        // given
        Random random = new Random(7);
        byte[] whole = DrawnFace.jpeg(0);
        for (int i = 0; i < 100; i++) {
            byte[] damaged = whole.clone();
            for (int k = 0; k < 1 + i % 20; k++) {
                damaged[2 + random.nextInt(damaged.length - 4)] = (byte) random.nextInt(256);
            }
            // when
            FrameAnalysis analysis = ANALYSER.analyse(damaged, START, SEARCHED, false);
            // then
            assertThat(analysis).isNotNull();
        }
    }

    @Test
    void shouldGiveTheSameResultsToManyThreadsAtOnce() throws Exception {
        // given
        List<FrameAnalysis.Read> alone = follow(20, true);
        try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
            // when
            List<Future<List<FrameAnalysis.Read>>> together = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                together.add(threads.submit(() -> follow(20, true)));
            }
            // then
            for (Future<List<FrameAnalysis.Read>> reads : together) {
                assertThat(reads.get()).isEqualTo(alone);
            }
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void shouldKeepNoNativeMemoryPerFrame() throws IOException {
        // given
        byte[] broken = HostilePictures.claiming(DrawnFace.jpeg(0), 1_000, 1_000);
        work(30, broken);
        long before = residentKilobytes();
        // when
        work(100, broken);
        // then: a leaked picture of 300 to 1,000 kB per frame would be 130,000 kB
        assertThat(residentKilobytes() - before).isLessThan(60_000);
    }

    private static void work(int frames, byte[] broken) {
        byte[] empty = HostilePictures.jpeg(640, 480);
        for (int i = 0; i < frames; i++) {
            ANALYSER.analyse(broken, START, SEARCHED, false);
            ANALYSER.analyse(empty, START, SEARCHED, false);
        }
    }

    private static long residentKilobytes() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }

    private static List<FrameAnalysis.Read> follow(int frames, boolean withEmotion) {
        List<FrameAnalysis.Read> reads = new ArrayList<>();
        Track track = Track.NEW;
        for (int i = 0; i < frames; i++) {
            FrameAnalysis analysis = ANALYSER.analyse(DrawnFace.jpeg(i), START.plusMillis(i * 40L), track, withEmotion);
            reads.add((FrameAnalysis.Read) analysis);
            track = analysis.next();
        }
        return reads;
    }

    private static List<Integer> framesWhere(List<FrameAnalysis.Read> reads, Predicate<FrameAnalysis.Read> condition) {
        List<Integer> frames = new ArrayList<>();
        for (int i = 0; i < reads.size(); i++) {
            if (condition.test(reads.get(i))) {
                frames.add(i);
            }
        }
        return frames;
    }

    private static Unreadable refusal(byte[] bytes, Track track) {
        FrameAnalysis.Unread unread = (FrameAnalysis.Unread) ANALYSER.analyse(bytes, START.plusSeconds(1), track, true);
        assertThat(unread.next()).isSameAs(track);
        return unread.reason();
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(3).nextBytes(bytes);
        return bytes;
    }
}
