package io.colloquy.frames.vision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;

/**
 * Tells closed eyes from open ones: a support vector machine with Gaussian kernel over {@link EyeDescriptor}, trained
 * by {@code io.colloquy.frames.training.TrainEyeModel}. Thread-safe.
 */
public final class EyeModel implements AutoCloseable {
    private static final String BUNDLED = "/models/eyes/eyes.json";

    private final Mat vectors;
    private final double[] squaredLengths;
    private final double[] coefficients;
    private final double gamma;
    private final double offset;

    private EyeModel(float[] vectors, double[] coefficients, double gamma, double offset) {
        OpenCv.load();
        this.coefficients = coefficients;
        this.gamma = gamma;
        this.offset = offset;
        this.vectors = new Mat(coefficients.length, EyeDescriptor.LENGTH, CvType.CV_32F);
        this.vectors.put(0, 0, vectors);
        this.squaredLengths = new double[coefficients.length];
        for (int i = 0; i < vectors.length; i++) {
            squaredLengths[i / EyeDescriptor.LENGTH] += (double) vectors[i] * vectors[i];
        }
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
        byte[] levels = Base64.getDecoder().decode(json.path("support_vectors").asText());
        ByteBuffer weights = ByteBuffer.wrap(
                Base64.getDecoder().decode(json.path("coefficients").asText()));
        int count = weights.remaining() / Float.BYTES;
        if (count == 0 || levels.length != count * EyeDescriptor.LENGTH) {
            throw new IllegalArgumentException("Expected " + EyeDescriptor.LENGTH
                    + " numbers for each support vector, but got " + levels.length + " for " + count + " vectors");
        }
        float[] vectors = new float[levels.length];
        double step = json.path("step").asDouble();
        for (int i = 0; i < levels.length; i++) {
            vectors[i] = (float) ((levels[i] & 255) * step);
        }
        double[] coefficients = new double[count];
        for (int i = 0; i < count; i++) {
            coefficients[i] = weights.getFloat();
        }
        return new EyeModel(
                vectors,
                coefficients,
                json.path("gamma").asDouble(),
                json.path("offset").asDouble());
    }

    /** How closed each described eye looks: above 0 rather closed, below 0 rather open; usually within ±3. */
    public double[] closedness(List<float[]> eyes) {
        double[] scores = new double[eyes.size()];
        try (Mats mats = new Mats()) {
            Mat described = mats.keep(new Mat(eyes.size(), EyeDescriptor.LENGTH, CvType.CV_32F));
            for (int i = 0; i < eyes.size(); i++) {
                described.put(i, 0, eyes.get(i));
            }
            Mat products = mats.empty();
            Core.gemm(described, vectors, 1, mats.empty(), 0, products, Core.GEMM_2_T);
            float[] row = new float[coefficients.length];
            for (int i = 0; i < scores.length; i++) {
                products.get(i, 0, row);
                scores[i] = score(eyes.get(i), row);
            }
        }
        return scores;
    }

    private double score(float[] eye, float[] products) {
        double squaredLength = 0;
        for (float value : eye) {
            squaredLength += (double) value * value;
        }
        double sum = -offset;
        for (int i = 0; i < coefficients.length; i++) {
            sum += coefficients[i] * Math.exp(-gamma * (squaredLength + squaredLengths[i] - 2 * products[i]));
        }
        return sum;
    }

    @Override
    public void close() {
        vectors.release();
    }
}
