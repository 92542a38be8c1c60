package io.colloquy.frames.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Variable;
import org.tensorflow.op.nn.FusedBatchNorm;
import org.tensorflow.types.TFloat32;

/** Weights as variables: drawn by the seed at first, then moved by the optimiser. */
final class TrainableParameters implements Parameters {
    private static final float SHARE_OF_BATCH_IN_STATISTICS = 0.1f;

    private final Ops tf;
    private final Random random;
    private final float droppedShare;
    private final Map<String, Variable<TFloat32>> learnt = new LinkedHashMap<>();
    private final Map<String, Variable<TFloat32>> kernels = new LinkedHashMap<>();
    private final Map<String, Variable<TFloat32>> tracked = new LinkedHashMap<>();
    private final List<Op> starts = new ArrayList<>();
    private final List<Op> updates = new ArrayList<>();

    TrainableParameters(Ops tf, long seed, float droppedShare) {
        this.tf = tf;
        this.random = new Random(seed);
        this.droppedShare = droppedShare;
    }

    @Override
    public Operand<TFloat32> kernel(String name, double deviation, long... shape) {
        float[] values = new float[Math.toIntExact(Shape.of(shape).size())];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (random.nextGaussian() * deviation);
        }
        Variable<TFloat32> variable = variable(name, values, Shape.of(shape));
        learnt.put(name, variable);
        kernels.put(name, variable);
        return variable;
    }

    @Override
    public Operand<TFloat32> bias(String name, long channels) {
        Variable<TFloat32> variable = filled(name, channels, 0);
        learnt.put(name, variable);
        return variable;
    }

    @Override
    public Operand<TFloat32> normalise(String name, Operand<TFloat32> input, long channels) {
        Variable<TFloat32> gamma = filled(name + "_gamma", channels, 1);
        Variable<TFloat32> beta = filled(name + "_beta", channels, 0);
        learnt.put(name + "_gamma", gamma);
        learnt.put(name + "_beta", beta);
        Operand<TFloat32> none = tf.constant(new float[0]);
        FusedBatchNorm<TFloat32, TFloat32> normalisation =
                tf.nn.fusedBatchNorm(input, gamma, beta, none, none, FusedBatchNorm.isTraining(true), EPSILON);
        track(name + "_mean", normalisation.batchMean(), filled(name + "_mean", channels, 0));
        track(name + "_variance", normalisation.batchVariance(), filled(name + "_variance", channels, 1));
        return normalisation.y();
    }

    @Override
    public Operand<TFloat32> dropout(Operand<TFloat32> input) {
        Operand<TFloat32> chances = tf.random.randomUniform(tf.shape(input), TFloat32.class);
        Operand<TFloat32> kept =
                tf.dtypes.cast(tf.math.greaterEqual(chances, tf.constant(droppedShare)), TFloat32.class);
        return tf.math.mul(input, tf.math.div(kept, tf.constant(1 - droppedShare)));
    }

    private void track(String name, Operand<TFloat32> ofBatch, Variable<TFloat32> average) {
        tracked.put(name, average);
        updates.add(tf.assignSub(
                average, tf.math.mul(tf.math.sub(average, ofBatch), tf.constant(SHARE_OF_BATCH_IN_STATISTICS))));
    }

    private Variable<TFloat32> filled(String name, long channels, float value) {
        float[] values = new float[Math.toIntExact(channels)];
        Arrays.fill(values, value);
        return variable(name, values, Shape.of(channels));
    }

    /** A variable that the optimiser keeps for itself, beginning with zeros. */
    Variable<TFloat32> memory(String name, Shape shape) {
        Variable<TFloat32> variable = variable(name, new float[Math.toIntExact(shape.size())], shape);
        tracked.put(name, variable);
        return variable;
    }

    private Variable<TFloat32> variable(String name, float[] values, Shape shape) {
        Variable<TFloat32> variable = tf.withName(name).variable(shape, TFloat32.class);
        starts.add(tf.assign(variable, tf.constant(shape, DataBuffers.of(values))));
        return variable;
    }

    Map<String, Variable<TFloat32>> learnt() {
        return learnt;
    }

    Map<String, Variable<TFloat32>> kernels() {
        return kernels;
    }

    /** What must run with each training step besides the optimiser. */
    List<Op> updates() {
        return updates;
    }

    void initialise(Session session) {
        Session.Runner runner = session.runner();
        starts.forEach(runner::addTarget);
        runner.run().close();
    }

    Weights read(Session session) {
        return Weights.read(session, everything());
    }

    void write(Session session, Weights weights) {
        weights.write(session, tf, everything());
    }

    private Map<String, Variable<TFloat32>> everything() {
        Map<String, Variable<TFloat32>> all = new LinkedHashMap<>(learnt);
        all.putAll(tracked);
        return all;
    }
}
