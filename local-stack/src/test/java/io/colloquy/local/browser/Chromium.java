package io.colloquy.local.browser;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import io.colloquy.local.Service;
import io.colloquy.local.SignIn;
import io.colloquy.local.demo.Frames;
import io.colloquy.local.support.NodeScripts;
import io.colloquy.local.support.Required;
import io.colloquy.local.support.SharedPlatform;
import io.colloquy.platform.identity.Role;
import io.colloquy.platform.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Chromium with a camera that shows real webcam pictures where there are any, else a drawn face. */
final class Chromium {
    private static final String SEQUENCE = "sequences/blink_webcam_640x360_30fps";
    private static final int CAMERA_FRAMES = 73;

    private final SharedPlatform shared;
    private final NodeScripts scripts;
    private final Path program;

    private Chromium(SharedPlatform shared, NodeScripts scripts, Path program) {
        this.shared = shared;
        this.scripts = scripts;
        this.program = program;
    }

    /** Ready to run scripts; ends the test where there is no Chromium. */
    static Chromium ready(SharedPlatform shared) {
        return new Chromium(shared, NodeScripts.ready(), Required.program("chromium", "chromium-browser"));
    }

    /** Runs a scenario with a candidate of its own. */
    JsonNode run(String script) {
        return run(script, Map.of());
    }

    /** Runs a scenario with a candidate of its own, and tells it more. */
    JsonNode run(String script, Map<String, String> more) {
        SignIn candidate = shared.newCandidate();
        Map<String, Object> input = new HashMap<>();
        input.put("room", shared.url(Service.INGEST) + "/room/");
        input.put("board", shared.url(Service.REPORT) + "/board/");
        input.put("ingest", shared.url(Service.INGEST));
        input.put("reports", shared.url(Service.REPORT));
        input.put("candidate", credentials(candidate));
        input.put("reviewer", credentials(shared.signIn(Role.INTERVIEWER)));
        input.put("answers", answers());
        input.put("chromium", program.toString());
        input.put("camera", camera().toString());
        input.put("screenshots", screenshots().toString());
        input.putAll(more);
        return scripts.run(script, input);
    }

    /** What report-service tells an interviewer. */
    JsonNode read(String path) {
        return shared.interviewer().read(path);
    }

    private static Map<String, String> credentials(SignIn signIn) {
        return Map.of("email", signIn.email(), "password", signIn.password());
    }

    private static Map<String, String> answers() {
        try (InputStream resource = Chromium.class.getResourceAsStream("/demo/answers.json")) {
            return Json.MAPPER.readValue(resource, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Chromium takes a camera from a file with one JPEG behind the other. */
    private static Path camera() {
        Frames frames = webcam().map(Frames::looped).orElseGet(Frames::drawn);
        Path file = NodeScripts.folder("camera").resolve("camera.mjpeg");
        try (OutputStream pictures = Files.newOutputStream(file)) {
            for (int number = 0; number < CAMERA_FRAMES; number++) {
                pictures.write(frames.jpeg(number));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    /** In the folder that {@code COLLOQUY_DATA} names, else in {@code ../shared/data} beside the checkout. */
    private static Optional<Path> webcam() {
        Path data = Optional.ofNullable(System.getProperty("COLLOQUY_DATA"))
                .or(() -> Optional.ofNullable(System.getenv("COLLOQUY_DATA")))
                .map(Path::of)
                .orElse(Path.of("..", "..", "shared", "data"));
        return Optional.of(data.resolve(SEQUENCE)).filter(Files::isDirectory);
    }

    private static Path screenshots() {
        try {
            return Files.createDirectories(Path.of("target", "screenshots").toAbsolutePath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
