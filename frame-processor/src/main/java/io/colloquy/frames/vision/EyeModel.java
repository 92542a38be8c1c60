package io.colloquy.frames.vision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Tells closed eyes from open ones: an {@link EyeNetwork} over {@link EyeDescriptor}, trained by
 * {@code io.colloquy.frames.training.TrainEyeModel}. Thread-safe.
 */
public final class EyeModel {
    private static final String BUNDLED = "/models/eyes/eyes.json";

    private final EyeNetwork network;

    /** A model of that network. */
    public EyeModel(EyeNetwork network) {
        this.network = network;
    }

    /** The model that comes with this module. */
    public static EyeModel bundled() {
        try (InputStream in = EyeModel.class.getResourceAsStream(BUNDLED)) {
            if (in == null) {
                throw new IllegalStateException("Expected the eye model at " + BUNDLED + ", but it is not there");
            }
            return parse(new ObjectMapper().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException("Expected to read the eye model at " + BUNDLED + ", but that failed", e);
        }
    }

    /** Reads a model from its JSON form. */
    public static EyeModel parse(JsonNode json) {
        ByteBuffer bytes =
                ByteBuffer.wrap(Base64.getDecoder().decode(json.path("weights").asText()));
        List<Integer> sizes = EyeNetwork.sizes();
        int count = sizes.stream().mapToInt(Integer::intValue).sum();
        if (bytes.remaining() != count * Float.BYTES) {
            throw new IllegalArgumentException(
                    "Expected an eye model of " + count + " weights, but got " + bytes.remaining() + " bytes");
        }
        List<float[]> weights = new ArrayList<>();
        for (int size : sizes) {
            float[] values = new float[size];
            bytes.asFloatBuffer().get(values);
            bytes.position(bytes.position() + size * Float.BYTES);
            weights.add(values);
        }
        return new EyeModel(new EyeNetwork(weights));
    }

    /** How closed each described eye looks, in log odds: above 0 rather closed, below 0 rather open. */
    public double[] closedness(List<float[]> eyes) {
        return eyes.stream().mapToDouble(network::logOdds).toArray();
    }
}
