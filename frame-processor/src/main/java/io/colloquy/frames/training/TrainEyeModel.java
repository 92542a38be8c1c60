package io.colloquy.frames.training;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.colloquy.frames.vision.EyeModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * Trains the model that tells closed eyes from open ones: {@code --data DIR --out FILE [--epochs 40]}. The data folder holds
 * {@code train.eyep.gz} and {@code train.labels.csv}. A fifth of the people is kept apart and measured first; the model
 * that is written has learnt from everybody, and carries that figure.
 */
public final class TrainEyeModel {
    private static final int PARTS = 5;
    private static final int EPOCHS = 40;

    private TrainEyeModel() {}

    /** Runs the program; ends with status 1 and one sentence where it cannot. */
    public static void main(String[] arguments) throws IOException {
        try {
            CommandLine line = CommandLine.parse(arguments, Set.of("data", "out", "epochs"));
            train(line.path("data"), line.path("out"), line.integer("epochs", EPOCHS));
        } catch (IllegalArgumentException refused) {
            System.err.println(refused.getMessage());
            System.exit(1);
        }
    }

    private static void train(Path data, Path out, int epochs) throws IOException {
        List<EyePictures.Eye> eyes = EyePictures.read(data.resolve("train.eyep.gz"), data.resolve("train.labels.csv"));
        List<EyePictures.Eye> apart =
                eyes.stream().filter(TrainEyeModel::keptApart).toList();
        List<EyePictures.Eye> rest =
                eyes.stream().filter(eye -> !keptApart(eye)).toList();
        ObjectNode figures = measure(EyeTraining.json(EyeTraining.train(rest, epochs)), apart);
        figures.put("learnt_from", rest.size());
        System.out.println("held-out people: " + figures);

        ObjectNode model = EyeTraining.json(EyeTraining.train(eyes, epochs));
        model.set("held_out", figures);
        model.put("patches", eyes.size());
        model.put("epochs", epochs);
        Files.createDirectories(out.toAbsolutePath().getParent());
        Files.writeString(
                out, new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(model) + "\n");
        System.out.println("model of " + Files.size(out) + " bytes written to " + out);
    }

    private static boolean keptApart(EyePictures.Eye eye) {
        return Math.floorMod(eye.source().hashCode() * 31 + 7, PARTS) == 0;
    }

    /** Shares of closed and of open eyes that the model gets right. */
    static ObjectNode measure(ObjectNode json, List<EyePictures.Eye> eyes) {
        Measures measures = Measures.of(
                eyes.stream()
                        .map(ModelEvaluation.closedOrOpen(EyeModel.parse(json)))
                        .toList(),
                eyes.stream().map(EyePictures.Eye::label).toList());
        ObjectNode figures = new ObjectMapper().createObjectNode();
        figures.put("patches", measures.pictures());
        figures.put("accuracy", Measures.rounded(measures.accuracy()));
        figures.put("closed_found", Measures.rounded(measures.recall(EyePictures.CLOSED)));
        figures.put("open_found", Measures.rounded(measures.recall(EyePictures.OPEN)));
        return figures;
    }
}
