package io.colloquy.evaluator.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import io.colloquy.evaluator.providers.Vector;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScaleTest {
    private static final Offset<Double> ROUNDING = Offset.offset(1e-6);

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, 3})
    void shouldSayTheSameOfModelsWithAnotherFloor(double shared) {
        // given
        Scale scale = Scale.of(phrases(shared), paraphrases(shared)).orElseThrow();
        double middle = (scale.unrelated() + scale.paraphrase()) / 2;

        // then
        assertThat(scale.likeness(scale.unrelated())).isZero();
        assertThat(scale.likeness(middle)).isCloseTo(0.5, ROUNDING);
        assertThat(scale.likeness(scale.paraphrase())).isEqualTo(1);
    }

    @Test
    void shouldNotTakeForAPointWhatIsNoNearerThanItsQuestion() {
        // given
        Scale scale = new Scale(0.1, 0.7);

        // then
        assertThat(scale.likeness(0.45)).isGreaterThan(0.5);
        assertThat(scale.likeness(0.45, 0.45)).isZero();
        assertThat(scale.likeness(0.7, 0.45)).isEqualTo(1);
        assertThat(scale.likeness(0.7, 0.9)).isZero();
    }

    @Test
    void shouldNotTrustAModelThatCannotTell() {
        // given
        List<Vector> same = Collections.nCopies(6, Vector.of(new double[] {1, 2}));
        List<Vector> turned = new ArrayList<>(paraphrases(0));
        Collections.rotate(turned, 1);

        // when
        Optional<Scale> constant = Scale.of(same, same);
        Optional<Scale> mistaken = Scale.of(phrases(0), turned);

        // then
        assertThat(constant).isEmpty();
        assertThat(mistaken).isEmpty();
    }

    private static List<Vector> phrases(double shared) {
        return IntStream.range(0, 6).mapToObj(i -> vector(i, shared, 0)).toList();
    }

    private static List<Vector> paraphrases(double shared) {
        return IntStream.range(0, 6).mapToObj(i -> vector(i, shared, 0.8)).toList();
    }

    private static Vector vector(int place, double shared, double own) {
        double[] values = new double[14];
        values[0] = shared;
        values[1 + place] = 1;
        values[7 + place] = own;
        return Vector.of(values);
    }
}
