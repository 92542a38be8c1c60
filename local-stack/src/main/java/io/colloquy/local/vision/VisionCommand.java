package io.colloquy.local.vision;

import io.colloquy.frames.vision.FrameAnalyser;
import io.colloquy.frames.vision.ImageLimits;
import io.colloquy.platform.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Looks at pictures one by one, or at a folder as one stream. */
@Command(
        mixinStandardHelpOptions = true,
        name = "vision",
        description = {
            "Says what is seen in pictures: faces, boxes, quality, pose and eyes.",
            "With --fps the pictures are frames of one stream: tracking, blinks, and milliseconds per frame."
        })
public final class VisionCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "FILE|FOLDER", description = "JPEG files, or folders of them.")
    private List<Path> paths;

    @Option(names = "--fps", description = "Take the pictures for frames of one stream, so many a second.")
    private Double framesPerSecond;

    @Option(names = "--json", description = "Prints exactly one JSON object on standard output.")
    private boolean json;

    @Override
    @SuppressWarnings("SystemOut") // A command line speaks through its streams.
    public Integer call() throws IOException {
        if (framesPerSecond != null && !(framesPerSecond > 0 && framesPerSecond <= 1_000)) {
            System.err.println("Expected --fps above 0 and up to 1000, but got " + framesPerSecond + ".");
            return 2;
        }
        for (Path path : paths) {
            if (!Files.exists(path)) {
                System.err.println("Expected JPEG files or folders, but there is no '" + path + "'.");
                return 2;
            }
        }
        List<Picture> pictures = new ArrayList<>();
        for (Path path : paths) {
            pictures.addAll(Picture.in(path));
        }
        if (pictures.isEmpty()) {
            System.err.println("Expected JPEG files, but there are none in " + paths + ".");
            return 2;
        }
        try (FrameAnalyser analyser = new FrameAnalyser()) {
            if (framesPerSecond == null) {
                PictureTable table = PictureTable.of(pictures, analyser.pictures(ImageLimits.PICTURES));
                System.out.println(json ? Json.write(table) : table.text());
            } else {
                StreamFigures figures = StreamFigures.of(pictures, framesPerSecond, analyser);
                System.out.println(json ? Json.write(figures) : figures.text());
            }
        }
        return 0;
    }
}
