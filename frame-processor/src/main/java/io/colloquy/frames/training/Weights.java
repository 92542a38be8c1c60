package io.colloquy.frames.training;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;

/** The numbers of a network by name; what a checkpoint holds. */
record Weights(Map<String, float[]> byName) {
    Weights {
        byName = Map.copyOf(byName);
    }

    float[] of(String name) {
        float[] values = byName.get(name);
        if (values == null) {
            throw new IllegalArgumentException(
                    "Expected weights named '" + name + "', but only these are there: " + byName.keySet());
        }
        return values;
    }

    static Weights read(Session session, Map<String, Variable<TFloat32>> variables) {
        Map<String, float[]> values = new LinkedHashMap<>();
        for (Map.Entry<String, Variable<TFloat32>> entry : variables.entrySet()) {
            try (Result result = session.runner().fetch(entry.getValue()).run()) {
                TFloat32 tensor = (TFloat32) result.get(0);
                float[] copy = new float[Math.toIntExact(tensor.size())];
                tensor.asRawTensor().data().asFloats().read(copy);
                values.put(entry.getKey(), copy);
            }
        }
        return new Weights(values);
    }

    void write(Session session, Ops tf, Map<String, Variable<TFloat32>> variables) {
        Session.Runner runner = session.runner();
        variables.forEach((name, variable) ->
                runner.addTarget(tf.assign(variable, tf.constant(variable.shape(), DataBuffers.of(of(name))))));
        runner.run().close();
    }

    /** Replaces the checkpoint in one step, so that an interruption leaves the former one whole. */
    void save(Path file, int epoch, double best) throws IOException {
        Path half = file.resolveSibling(file.getFileName() + ".half");
        try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(Files.newOutputStream(half)))) {
            out.writeInt(epoch);
            out.writeDouble(best);
            out.writeInt(byName.size());
            for (Map.Entry<String, float[]> entry : byName.entrySet()) {
                out.writeUTF(entry.getKey());
                out.writeInt(entry.getValue().length);
                for (float value : entry.getValue()) {
                    out.writeFloat(value);
                }
            }
        }
        Files.move(half, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * Where a training run stands.
     *
     * @param epoch the number of epochs behind it
     * @param best the highest validation accuracy so far
     */
    record Checkpoint(int epoch, double best, Weights weights) {
        static Checkpoint load(Path file) throws IOException {
            try (DataInputStream in = new DataInputStream(new GZIPInputStream(Files.newInputStream(file)))) {
                int epoch = in.readInt();
                double best = in.readDouble();
                int count = in.readInt();
                Map<String, float[]> values = new LinkedHashMap<>();
                for (int i = 0; i < count; i++) {
                    String name = in.readUTF();
                    float[] numbers = new float[in.readInt()];
                    for (int k = 0; k < numbers.length; k++) {
                        numbers[k] = in.readFloat();
                    }
                    values.put(name, numbers);
                }
                return new Checkpoint(epoch, best, new Weights(values));
            }
        }
    }
}
