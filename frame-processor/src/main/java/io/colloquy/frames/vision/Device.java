package io.colloquy.frames.vision;

import org.tensorflow.DeviceSpec;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.exceptions.TensorFlowException;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.proto.GPUOptions;
import org.tensorflow.types.TFloat32;

/** What TensorFlow computes on. Whatever is chosen is used: where it is missing the model is not loaded. */
public enum Device {
    CPU {
        @Override
        ConfigProto session() {
            return oneThread().putDeviceCount("GPU", 0).build();
        }
    },

    /** The first GPU; needs the build with the Maven profile {@code gpu}. */
    GPU {
        @Override
        ConfigProto session() {
            ConfigProto session = oneThread()
                    .setGpuOptions(GPUOptions.newBuilder().setAllowGrowth(true))
                    .build();
            tryOut(session);
            return session;
        }
    };

    abstract ConfigProto session();

    private static ConfigProto.Builder oneThread() {
        return ConfigProto.newBuilder().setIntraOpParallelismThreads(1).setInterOpParallelismThreads(1);
    }

    /**
     * TensorFlow falls back to the processor silently, so one small sum is bound to the GPU first; of a number that is fed,
     * since a sum of constants would be worked out beforehand.
     */
    private static void tryOut(ConfigProto config) {
        try (Graph graph = new Graph();
                Session session = new Session(graph, config)) {
            Ops tf = Ops.create(graph)
                    .withDevice(DeviceSpec.newBuilder()
                            .deviceType(DeviceSpec.DeviceType.GPU)
                            .deviceIndex(0)
                            .build());
            Placeholder<TFloat32> number = tf.placeholder(TFloat32.class);
            Operand<TFloat32> twice = tf.math.add(number, number);
            try (TFloat32 one = TFloat32.scalarOf(1)) {
                session.runner().feed(number, one).fetch(twice).run().close();
            }
        } catch (TensorFlowException | IllegalArgumentException e) {
            throw new IllegalStateException(
                    "Expected a GPU that TensorFlow can use, but it finds none; build with the"
                            + " Maven profile 'gpu' on a machine with CUDA, or set COLLOQUY_TENSORFLOW_DEVICE=cpu",
                    e);
        }
    }
}
