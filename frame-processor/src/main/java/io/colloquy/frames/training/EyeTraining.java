package io.colloquy.frames.training;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.colloquy.frames.vision.EyeNetwork;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Runs the epochs over a list of eyes and writes the network down. */
final class EyeTraining {
    private static final long SEED = 5;
    private static final double HIGHEST_RATE = 2.5e-3;
    private static final double WARM_UP = 0.05;

    private EyeTraining() {}

    static EyeNetwork train(List<EyePictures.Eye> eyes, int epochs) {
        EyeLearner learner = new EyeLearner(SEED);
        EyeAugmentation augmentation = new EyeAugmentation(SEED + 1);
        Random order = new Random(SEED + 2);
        List<EyePictures.Eye> shuffled = new ArrayList<>(eyes);
        long all = (long) epochs * eyes.size();
        long done = 0;
        for (int epoch = 0; epoch < epochs; epoch++) {
            Collections.shuffle(shuffled, order);
            for (EyePictures.Eye eye : shuffled) {
                boolean closed = eye.label() == EyePictures.CLOSED;
                learner.learn(augmentation.varied(eye), closed, rate(done / (double) all));
                done++;
            }
            System.out.println("epoch " + (epoch + 1) + "/" + epochs);
        }
        return learner.network();
    }

    /** Rises at first, then falls along half a cosine to nothing. */
    static double rate(double done) {
        return HIGHEST_RATE * (done < WARM_UP ? done / WARM_UP : (1 + Math.cos(Math.PI * done)) / 2);
    }

    static ObjectNode json(EyeNetwork network) {
        int count = EyeNetwork.sizes().stream().mapToInt(Integer::intValue).sum();
        ByteBuffer bytes = ByteBuffer.allocate(count * Float.BYTES);
        network.weights().forEach(values -> {
            for (float value : values) {
                bytes.putFloat(value);
            }
        });
        ObjectNode json = new ObjectMapper().createObjectNode();
        json.put("kind", "convolutional network over 24 x 24 normalised patches; log odds, above 0 is closed");
        json.put("channels", EyeNetwork.CHANNELS.toString());
        json.put("hidden", EyeNetwork.HIDDEN);
        json.put("weight_count", count);
        json.put("weights", Base64.getEncoder().encodeToString(bytes.array()));
        return json;
    }
}
