package io.colloquy.frames.vision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RealPicturesTest {
    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
    private static final FrameAnalyser ANALYSER = new FrameAnalyser();

    @AfterAll
    static void close() {
        ANALYSER.close();
    }

    @Test
    void shouldFindTheFaceAndTheOneBlinkOfTheWebcamSequence() throws IOException {
        // when
        List<FrameAnalysis.Read> reads = follow("sequences/blink_webcam_640x360_30fps", 1_000 / 30.0, true);
        // then
        assertThat(reads).filteredOn(read -> read.candidate() == 0).hasSizeGreaterThanOrEqualTo(reads.size() * 9 / 10);
        assertThat(framesWith(reads, true)).hasSize(1).allMatch(frame -> frame >= 28 && frame <= 31);
        assertThat(framesWith(reads, false)).containsExactly(26, 27, 28);
        assertThat(reads.getFirst().expression().orElseThrow().now().likeliest())
                .as("the person smiles at the end, not at the beginning")
                .isNotEqualTo(Emotion.HAPPY);
        assertThat(reads.get(60).expression().orElseThrow().smoothed().likeliest())
                .isEqualTo(Emotion.HAPPY);
    }

    @Test
    void shouldFindTheFaceOfTheTurningHead() throws IOException {
        List<FrameAnalysis.Read> reads = follow("sequences/head_pose_male_480x270_12fps", 1_000 / 12.0, false);
        assertThat(reads).filteredOn(read -> read.candidate() == 0).hasSizeGreaterThanOrEqualTo(reads.size() * 9 / 10);
        assertThat(framesWith(reads, true))
                .as("this person's eyes close at frames 59 to 61 only")
                .allMatch(frame -> frame >= 59);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "facerec_obama_480p",
                "facerec_obama_720p",
                "fer_justin",
                "intel_head-pose-female_00",
                "intel_head-pose-female_10",
                "intel_head-pose-male_00",
                "pyfeat_single_face",
                "pyfeat_webcam_028"
            })
    void shouldFindTheOneFrontalFace(String name) throws IOException {
        assertThat(read(name).faces()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"facerec_two_people", "intel_head-pose-female-and-male_00"})
    void shouldFindBothFacesAndChooseTheLargest(String name) throws IOException {
        // when
        FrameAnalysis.Read read = read(name);
        // then
        assertThat(read.faces()).hasSize(2);
        assertThat(read.face().orElseThrow().area())
                .isEqualTo(read.faces().stream().mapToLong(Box::area).max().orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"pyfeat_no_face", "intel_people-detection_15"})
    void shouldFindNoFaceWhereThereIsNone(String name) throws IOException {
        assertThat(read(name).faces()).isEmpty();
    }

    private static FrameAnalysis.Read read(String name) throws IOException {
        byte[] jpeg = Files.readAllBytes(RealPictures.folder("frames").resolve(name + ".jpg"));
        return (FrameAnalysis.Read) ANALYSER.analyse(jpeg, START, Track.NEW, false);
    }

    private static List<FrameAnalysis.Read> follow(String folder, double millisApart, boolean withEmotion)
            throws IOException {
        List<FrameAnalysis.Read> reads = new ArrayList<>();
        Track track = Track.NEW;
        for (Path file : RealPictures.jpegs(folder)) {
            Instant at = START.plusMillis(Math.round(reads.size() * millisApart));
            FrameAnalysis analysis = ANALYSER.analyse(Files.readAllBytes(file), at, track, withEmotion);
            reads.add((FrameAnalysis.Read) analysis);
            track = analysis.next();
        }
        return reads;
    }

    /** The frames where a blink ended, or where the eyes were closed. */
    private static List<Integer> framesWith(List<FrameAnalysis.Read> reads, boolean blink) {
        List<Integer> frames = new ArrayList<>();
        for (int i = 0; i < reads.size(); i++) {
            if (blink ? reads.get(i).blink() : reads.get(i).eyes() == EyeState.CLOSED) {
                frames.add(i);
            }
        }
        return frames;
    }
}
