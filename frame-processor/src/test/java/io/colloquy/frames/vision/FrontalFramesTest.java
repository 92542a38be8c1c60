package io.colloquy.frames.vision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What must be found in the pictures, and what must be said of poor ones. */
class FrontalFramesTest {
    private static final FrameAnalyser ANALYSER = new FrameAnalyser();

    @AfterAll
    static void close() {
        ANALYSER.close();
    }

    @Test
    void shouldFindTheCandidateInEveryPictureThatShowsFaces() throws IOException {
        // given: all but these two show at least one face that is not turned away
        List<String> without = List.of("intel_people-detection_15.jpg", "pyfeat_no_face.jpg");
        List<String> missed = new ArrayList<>();
        for (Path file : RealPictures.jpegs("frames")) {
            // when
            FrameAnalysis.Read read =
                    (FrameAnalysis.Read) ANALYSER.analyse(Files.readAllBytes(file), Instant.EPOCH, Track.NEW, false);
            // then
            if (read.candidate() < 0) {
                missed.add(file.getFileName().toString());
            }
        }
        assertThat(missed).containsExactlyElementsOf(without);
    }

    @Test
    void shouldFindAllFacesOfAGroupInASinglePicture() throws IOException {
        assertThat(faces("pyfeat_multi_face")).hasSize(5);
        assertThat(faces("faceclass_group_1024")).hasSize(6);
        assertThat(faces("intel_face-demographics-walking-and-pause_27")).hasSize(3);
        assertThat(faces("pyfeat_no_face")).isEmpty();
    }

    @Test
    void shouldSayWhatIsPoorAboutAPicture() {
        Composed good = Composed.frame("pyfeat_webcam_001");
        assertThat(flags(good)).isEmpty();
        assertThat(flags(good.blurred(12))).contains(QualityFlag.LOW_SHARPNESS);
        assertThat(flags(good.lit(0.3, 0))).contains(QualityFlag.DARK);
        assertThat(flags(good.lit(0.5, 150))).contains(QualityFlag.BRIGHT);
        assertThat(flags(good.lit(0.25, 90))).contains(QualityFlag.LOW_CONTRAST);
        assertThat(flags(Composed.frame("intel_face-demographics-walking_23"))).contains(QualityFlag.SMALL_FACE);
    }

    @Test
    void shouldNotKnowTheRollWithoutBothEyes() throws IOException {
        Pose pose = faces("intel_head-pose-male_60").getFirst().quality().pose();
        assertThat(pose.roll()).isEqualTo(OptionalDouble.empty());
    }

    private static List<QualityFlag> flags(Composed picture) {
        return faces(picture.jpeg()).getFirst().quality().flags();
    }

    private static List<PictureAnalysis.Face> faces(String name) throws IOException {
        return faces(Files.readAllBytes(RealPictures.folder("frames").resolve(name + ".jpg")));
    }

    private static List<PictureAnalysis.Face> faces(byte[] jpeg) {
        PictureReader reader = ANALYSER.pictures(ImageLimits.PICTURES);
        return ((PictureAnalysis.Read) reader.read(jpeg, false)).faces();
    }
}
