package io.colloquy.frames.training;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.colloquy.frames.vision.EyeDescriptor;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.TermCriteria;
import org.opencv.ml.Ml;
import org.opencv.ml.SVM;

/** Lets OpenCV find the support vectors and writes them down compactly: one byte per number. */
final class EyeSupportVectors {
    private static final double GAMMA = 0.5;
    private static final double PENALTY = 2.5;

    private EyeSupportVectors() {}

    static float[] describe(EyeDescriptor descriptor, EyePictures.Eye eye) {
        Mat patch = new Mat(EyeDescriptor.SIDE, EyeDescriptor.SIDE, CvType.CV_8U);
        try {
            patch.put(0, 0, eye.pixels());
            return descriptor.describe(patch, eye.right());
        } finally {
            patch.release();
        }
    }

    static ObjectNode train(List<EyePictures.Eye> eyes) {
        EyeDescriptor descriptor = new EyeDescriptor();
        Mat described = new Mat(eyes.size(), EyeDescriptor.LENGTH, CvType.CV_32F);
        Mat labels = new Mat(eyes.size(), 1, CvType.CV_32S);
        for (int i = 0; i < eyes.size(); i++) {
            described.put(i, 0, describe(descriptor, eyes.get(i)));
            labels.put(i, 0, new int[] {eyes.get(i).label()});
        }
        SVM machine = SVM.create();
        machine.setType(SVM.C_SVC);
        machine.setKernel(SVM.RBF);
        machine.setGamma(GAMMA);
        machine.setC(PENALTY);
        machine.setTermCriteria(new TermCriteria(TermCriteria.MAX_ITER + TermCriteria.EPS, 100_000, 1e-5));
        machine.train(described, Ml.ROW_SAMPLE, labels);
        described.release();
        labels.release();
        return json(machine);
    }

    private static ObjectNode json(SVM machine) {
        Mat vectors = machine.getSupportVectors();
        Mat weights = new Mat();
        Mat order = new Mat();
        double offset = machine.getDecisionFunction(0, weights, order);
        float[] values = new float[vectors.rows() * vectors.cols()];
        vectors.get(0, 0, values);
        double[] coefficients = new double[order.cols()];
        weights.get(0, 0, coefficients);
        int[] indices = new int[order.cols()];
        order.get(0, 0, indices);

        double step = largest(values) / 255;
        byte[] levels = new byte[values.length];
        ByteBuffer ordered = ByteBuffer.allocate(Float.BYTES * indices.length);
        for (int i = 0; i < indices.length; i++) {
            ordered.putFloat((float) coefficients[i]);
            for (int k = 0; k < EyeDescriptor.LENGTH; k++) {
                double level = values[indices[i] * EyeDescriptor.LENGTH + k] / step;
                levels[i * EyeDescriptor.LENGTH + k] = (byte) Math.round(level);
            }
        }
        ObjectNode json = new ObjectMapper().createObjectNode();
        json.put("kind", "rbf-svm over HOG 24/12/6/6/9, eyes on the right mirrored; above 0 is closed");
        json.put("gamma", machine.getGamma());
        json.put("penalty", machine.getC());
        json.put("offset", offset);
        json.put("step", step);
        json.put("support_vector_count", indices.length);
        json.put("coefficients", Base64.getEncoder().encodeToString(ordered.array()));
        json.put("support_vectors", Base64.getEncoder().encodeToString(levels));
        return json;
    }

    private static double largest(float[] values) {
        double largest = 0;
        for (float value : values) {
            largest = Math.max(largest, value);
        }
        return largest;
    }
}
