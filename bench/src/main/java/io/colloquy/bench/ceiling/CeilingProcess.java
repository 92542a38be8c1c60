package io.colloquy.bench.ceiling;

import io.colloquy.bench.BenchException;
import io.colloquy.bench.Work;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A bare loop in a process of its own, started with the Java and the class path of this one. */
public final class CeilingProcess implements AutoCloseable {
    private final Process process;
    private final BufferedWriter to;
    private final BufferedReader from;

    private CeilingProcess(Process process) {
        this.process = process;
        this.to = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
        this.from = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        answer();
    }

    /** The producer's loop: see {@link BareProducer}. */
    public static CeilingProcess producer(
            List<String> javaOptions, Path log, String kafka, int partitions, int keys, int bytes) {
        return start(
                BareProducer.class,
                javaOptions,
                log,
                List.of(kafka, Integer.toString(partitions), Integer.toString(keys), Integer.toString(bytes)));
    }

    /** The vision loop: see {@link BareVision}. */
    public static CeilingProcess vision(List<String> javaOptions, Path log, int threads) {
        return start(BareVision.class, javaOptions, log, List.of(Integer.toString(threads)));
    }

    /** The emotion model's loop: see {@link BareInference}. */
    public static CeilingProcess inference(List<String> javaOptions, Path log, int threads) {
        return start(BareInference.class, javaOptions, log, List.of(Integer.toString(threads)));
    }

    /** Work that begins the loop with such words. */
    public Work work(String name, String... arguments) {
        return new Work() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public void begin() {
                ask(BareLoop.BEGIN + " " + String.join(" ", arguments));
            }

            @Override
            public long done() {
                return ask(BareLoop.DONE);
            }

            @Override
            public Duration cpu() {
                return process.info().totalCpuDuration().orElse(Duration.ZERO);
            }

            @Override
            public void end() {
                ask(BareLoop.END);
            }
        };
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }

    private long ask(String line) {
        try {
            to.write(line);
            to.newLine();
            to.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("Expected the ceiling's process to listen, but it does not", e);
        }
        return Long.parseLong(answer());
    }

    private String answer() {
        try {
            String line = from.readLine();
            while (line != null && !line.startsWith(BareLoop.ANSWER)) {
                line = from.readLine();
            }
            if (line == null) {
                throw new BenchException("Expected the ceiling's process to answer, but it has ended");
            }
            return line.substring(BareLoop.ANSWER.length());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CeilingProcess start(
            Class<? extends BareLoop> loop, List<String> javaOptions, Path log, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(javaOptions);
        command.add("--enable-native-access=ALL-UNNAMED");
        String natives = System.getProperty("org.bytedeco.javacpp.cachedir");
        if (natives != null) {
            command.add("-Dorg.bytedeco.javacpp.cachedir=" + natives);
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), loop.getName()));
        command.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().put("COLLOQUY_LOG_TARGET", "System.err");
        try {
            return new CeilingProcess(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
