package io.colloquy.frames.vision;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Seven probabilities in the order of {@link Emotion}; they add up to 1. */
public record Probabilities(List<Float> values) {
    public Probabilities {
        values = List.copyOf(values);
        if (values.size() != Emotion.values().length) {
            throw new IllegalArgumentException(
                    "Expected " + Emotion.values().length + " probabilities, but got " + values.size());
        }
    }

    static Probabilities of(float[] values) {
        List<Float> list = new ArrayList<>(values.length);
        for (float value : values) {
            list.add(value);
        }
        return new Probabilities(list);
    }

    @SuppressWarnings("EnumOrdinal") // the order of the constants is the order of the values, by contract
    public float of(Emotion emotion) {
        return values.get(emotion.ordinal());
    }

    public Emotion likeliest() {
        Emotion best = Emotion.ANGRY;
        for (Emotion emotion : Emotion.values()) {
            if (of(emotion) > of(best)) {
                best = emotion;
            }
        }
        return best;
    }

    /** By label, in order, as in JSON. */
    public Map<String, Float> byLabel() {
        Map<String, Float> labelled = new LinkedHashMap<>();
        for (Emotion emotion : Emotion.values()) {
            labelled.put(emotion.label(), of(emotion));
        }
        return labelled;
    }

    /** A mixture: this one at {@code share} 0, the other at 1. */
    Probabilities towards(Probabilities other, double share) {
        float[] mixed = new float[values.size()];
        for (int i = 0; i < mixed.length; i++) {
            mixed[i] = (float) (values.get(i) + share * (other.values.get(i) - values.get(i)));
        }
        return of(mixed);
    }
}
