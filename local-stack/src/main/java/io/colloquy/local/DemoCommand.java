package io.colloquy.local;

import io.colloquy.local.demo.Answers;
import io.colloquy.local.demo.Demo;
import io.colloquy.local.demo.DemoException;
import io.colloquy.local.demo.DemoProgress;
import io.colloquy.local.demo.DemoResult;
import io.colloquy.local.demo.DemoSummary;
import io.colloquy.local.demo.Frames;
import io.colloquy.local.demo.Interview;
import io.colloquy.local.demo.StubProvider;
import io.colloquy.local.demo.Target;
import io.colloquy.platform.json.Json;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs an interview from start to report on a stack of its own, and stops everything. */
@Command(
        mixinStandardHelpOptions = true,
        name = "demo",
        description = "Runs an interview from start to final report on a temporary stack, through the public API.")
final class DemoCommand implements Callable<Integer> {
    private static final int QUESTIONS = 5;
    private static final Duration THINKING = Duration.ofSeconds(2);

    @Option(
            names = "--frames",
            paramLabel = "DIR",
            description = "JPEG files, streamed in the order of their names, over and over; without it a drawn face.")
    private Path frames;

    @Option(names = "--fps", defaultValue = "10", description = "Frames a second (${DEFAULT-VALUE}).")
    private double framesPerSecond;

    @Option(
            names = "--answers",
            paramLabel = "FILE",
            description = "One answer a line; an empty line is an empty answer. Without it sample answers.")
    private Path answers;

    @Option(names = "--sessions", paramLabel = "N", defaultValue = "1", description = "Interviews at once.")
    private int sessions;

    @Option(
            names = "--provider",
            paramLabel = "URL",
            description =
                    "Root of an OpenAI-compatible API that evaluates first, the built-in evaluator being next in the "
                            + "chain; 'stub' starts one that judges nothing. A key comes from COLLOQUY_OPENAI_KEY or …_FILE.")
    private String provider;

    @Option(names = "--model", paramLabel = "NAME", description = "Its model.", defaultValue = StubProvider.MODEL)
    private String model;

    @Option(names = "--keep", description = "Leaves the stack running until Ctrl-C, and its data in place.")
    private boolean keep;

    @Option(names = "--out", paramLabel = "DIR", defaultValue = "out", description = "Reports (${DEFAULT-VALUE}).")
    private Path out;

    @Option(names = "--json", description = "Prints exactly one JSON object on standard output.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        check();
        Interview.Script script = new Interview.Script(
                "Software engineer",
                QUESTIONS,
                frames == null ? Frames.drawn() : Frames.looped(frames),
                framesPerSecond,
                answers == null ? Answers.sample() : Answers.fromFile(answers),
                THINKING);
        return Foreground.run(() -> run(script));
    }

    private void check() {
        if (framesPerSecond <= 0 || framesPerSecond > 60) {
            throw new DemoException("Expected --fps above 0 and up to 60, but got " + framesPerSecond);
        }
        if (sessions < 1 || sessions > 50) {
            throw new DemoException("Expected --sessions from 1 to 50, but got " + sessions);
        }
    }

    private int run(Interview.Script script) {
        if (!"stub".equals(provider)) {
            return run(script, ProviderChoice.of(provider, model).with(System.getenv()));
        }
        try (StubProvider stub = StubProvider.start(Duration.ZERO)) {
            return run(script, ProviderChoice.of(stub.url().toString(), model).with(System.getenv()));
        }
    }

    @SuppressWarnings("SystemOut") // A command line speaks through its streams.
    private int run(Interview.Script script, Map<String, String> environment) {
        StackHome home = StackHome.temporary(environment);
        LocalLogging.toFile(home);
        Progress progress = Progress.onStandardError();
        Leftovers.tidy(environment, progress);
        progress.say("Starting Colloquy in " + home.data());
        try (LocalPlatform platform =
                LocalPlatform.start(home, StackPorts.free(), ServicePorts.free(), environment, progress)) {
            DemoResult result = interview(platform, script);
            System.out.println(json ? Json.write(result) : DemoSummary.of(result));
            if (keep) {
                progress.say(platform.state().describe());
                platform.signIns()
                        .forEach(signIn -> progress.say(
                                "%s  %s  %s".formatted(signIn.role().wireName(), signIn.email(), signIn.password())));
                progress.say("Kept running; Ctrl-C stops it.");
                Foreground.awaitStop(platform.failure());
            }
            progress.say("Stopping ...");
        }
        if (!keep) {
            home.delete();
        }
        return 0;
    }

    private DemoResult interview(LocalPlatform platform, Interview.Script script) {
        Target target = new Target(URI.create(platform.url(Service.INGEST)), URI.create(platform.url(Service.REPORT)));
        List<Demo.Account> accounts = IntStream.rangeClosed(1, sessions)
                .mapToObj(platform::candidate)
                .map(signIn -> new Demo.Account(signIn.email(), signIn.password()))
                .toList();
        // The launcher knows; before Java 22 nobody here does.
        boolean terminal = Boolean.getBoolean("colloquy.terminal");
        return new Demo(target, script, out).run(accounts, new DemoProgress(System.err, terminal));
    }
}
