package io.colloquy.frames.training;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Gradients;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.Variable;
import org.tensorflow.op.train.ApplyMomentum;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.types.TFloat32;

/**
 * The network with its loss and its optimiser: stochastic gradient descent with Nesterov's momentum. It is spelt out here
 * because the learning rate changes from step to step.
 */
final class TrainingGraph implements AutoCloseable {
    private static final float MOMENTUM = 0.9f;
    private static final float WEIGHT_DECAY = 5e-4f;
    private static final float DROPPED_SHARE = 0.4f;

    private final int side;
    private final Graph graph = new Graph();
    private final Ops tf = Ops.create(graph);
    private final Placeholder<TFloat32> pictures;
    private final Placeholder<TFloat32> targets;
    private final Placeholder<TFloat32> rate;
    private final TrainableParameters parameters;
    private final Operand<TFloat32> loss;
    private final List<Op> steps = new ArrayList<>();
    private final Session session;

    TrainingGraph(Network network, int side, long seed, ConfigProto config) {
        this.side = side;
        pictures = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, side, side, 1)));
        targets = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, Network.CLASSES)));
        rate = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.scalar()));
        parameters = new TrainableParameters(tf, seed, DROPPED_SHARE);
        Operand<TFloat32> logits = network.logits(tf, parameters, pictures);
        loss = tf.math.mean(tf.nn.softmaxCrossEntropyWithLogits(logits, targets).loss(), tf.constant(0));
        addOptimiser(tf.math.add(loss, decay()));
        session = new Session(graph, config);
        parameters.initialise(session);
    }

    private Operand<TFloat32> decay() {
        List<Operand<TFloat32>> squares = new ArrayList<>();
        parameters.kernels().values().forEach(kernel -> squares.add(tf.nn.l2Loss(kernel)));
        return tf.math.mul(tf.math.addN(squares), tf.constant(WEIGHT_DECAY));
    }

    private void addOptimiser(Operand<TFloat32> objective) {
        List<Variable<TFloat32>> variables = new ArrayList<>(parameters.learnt().values());
        List<String> names = new ArrayList<>(parameters.learnt().keySet());
        Gradients gradients = tf.gradients(objective, variables);
        for (int i = 0; i < variables.size(); i++) {
            steps.add(tf.train.applyMomentum(
                    variables.get(i),
                    parameters.memory(
                            names.get(i) + "_momentum", variables.get(i).shape()),
                    rate,
                    gradients.<TFloat32>dy(i),
                    tf.constant(MOMENTUM),
                    ApplyMomentum.useNesterov(true)));
        }
        steps.addAll(parameters.updates());
    }

    /** Learns from one batch and returns its loss. */
    double learn(float[] batch, float[] wanted, double learningRate) {
        int count = wanted.length / Network.CLASSES;
        try (TFloat32 input = TFloat32.tensorOf(Shape.of(count, side, side, 1));
                TFloat32 output = TFloat32.tensorOf(Shape.of(count, Network.CLASSES));
                TFloat32 speed = TFloat32.scalarOf((float) learningRate)) {
            input.asRawTensor().data().asFloats().write(batch);
            output.asRawTensor().data().asFloats().write(wanted);
            Session.Runner runner = session.runner()
                    .feed(pictures, input)
                    .feed(targets, output)
                    .feed(rate, speed)
                    .fetch(loss);
            steps.forEach(runner::addTarget);
            try (Result result = runner.run()) {
                return ((TFloat32) result.get(0)).getFloat();
            }
        }
    }

    Weights weights() {
        return parameters.read(session);
    }

    void restore(Weights weights) {
        parameters.write(session, weights);
    }

    @Override
    public void close() {
        session.close();
        graph.close();
    }
}
