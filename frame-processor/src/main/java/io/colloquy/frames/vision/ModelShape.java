package io.colloquy.frames.vision;

import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.SavedModel;
import org.tensorflow.proto.SignatureDef;
import org.tensorflow.proto.TensorInfo;
import org.tensorflow.proto.TensorShapeProto;

/**
 * What we need to know of a SavedModel's signature. It is read from the file alone, so that a wrong model is refused
 * before TensorFlow is loaded.
 *
 * @param input name of the one input
 * @param side width and height of the faces that it reads, pixels
 * @param channels 1, or 3 for a model that wants colours: it gets grey in all of them
 */
record ModelShape(String input, int side, int channels) {
    static final String SIGNATURE = "serving_default";
    static final String FILE = "saved_model.pb";
    static final String TAG = "serve";

    private static final int SMALLEST = 48;
    private static final int LARGEST = 64;

    /**
     * The shape of the model in a folder.
     *
     * @throws IllegalArgumentException if there is no model, or one of another signature
     */
    static ModelShape read(Path folder) {
        Path file = folder.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException(
                    "Expected a TensorFlow SavedModel in '" + folder + "', but there is no " + FILE);
        }
        try {
            return of(signature(SavedModel.parseFrom(Files.readAllBytes(file)), folder), folder);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException(
                    "Expected a TensorFlow SavedModel in '" + folder + "', but its " + FILE + " cannot be read", e);
        } catch (IOException e) {
            throw new IllegalArgumentException("Expected to read '" + file + "', but that failed", e);
        }
    }

    private static SignatureDef signature(SavedModel model, Path folder) {
        List<MetaGraphDef> graphs = model.getMetaGraphsList().stream()
                .filter(graph -> graph.getMetaInfoDef().getTagsList().contains(TAG))
                .toList();
        if (graphs.isEmpty()) {
            throw new IllegalArgumentException("Expected a SavedModel with the tag '" + TAG + "' in '" + folder
                    + "', but it has none of that tag");
        }
        SignatureDef signature = graphs.getFirst().getSignatureDefMap().get(SIGNATURE);
        if (signature == null) {
            throw new IllegalArgumentException(
                    "Expected a model with the signature '" + SIGNATURE + "' in '" + folder + "', but it has only "
                            + graphs.getFirst().getSignatureDefMap().keySet());
        }
        return signature;
    }

    private static ModelShape of(SignatureDef signature, Path folder) {
        Map<String, TensorInfo> inputs = signature.getInputsMap();
        Map<String, TensorInfo> outputs = signature.getOutputsMap();
        if (inputs.size() != 1 || outputs.size() != 1) {
            throw refused(folder, inputs.keySet() + " → " + outputs.keySet());
        }
        TensorInfo in = inputs.values().iterator().next();
        TensorInfo out = outputs.values().iterator().next();
        if (!takesFaces(in) || !givesProbabilities(out)) {
            throw refused(folder, described(in) + " → " + described(out));
        }
        List<Long> sizes = sizes(in);
        return new ModelShape(
                inputs.keySet().iterator().next(), Math.toIntExact(sizes.get(1)), Math.toIntExact(sizes.get(3)));
    }

    private static boolean takesFaces(TensorInfo input) {
        List<Long> sizes = sizes(input);
        return input.getDtype() == DataType.DT_FLOAT
                && sizes.size() == 4
                && sizes.get(0) < 0
                && sizes.get(1).equals(sizes.get(2))
                && sizes.get(1) >= SMALLEST
                && sizes.get(1) <= LARGEST
                && (sizes.get(3) == 1 || sizes.get(3) == 3);
    }

    private static boolean givesProbabilities(TensorInfo output) {
        List<Long> sizes = sizes(output);
        return output.getDtype() == DataType.DT_FLOAT && sizes.size() == 2 && sizes.get(1) == Emotion.values().length;
    }

    private static List<Long> sizes(TensorInfo tensor) {
        return tensor.getTensorShape().getDimList().stream()
                .map(TensorShapeProto.Dim::getSize)
                .toList();
    }

    private static String described(TensorInfo tensor) {
        return sizes(tensor) + " of " + tensor.getDtype();
    }

    private static IllegalArgumentException refused(Path folder, String found) {
        return new IllegalArgumentException("Expected a model from faces [n, 48 to 64, the same, 1 or 3] to"
                + " probabilities [n, 7], both floats, with n open, in '" + folder + "', but it has " + found);
    }
}
