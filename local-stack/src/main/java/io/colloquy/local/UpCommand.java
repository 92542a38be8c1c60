package io.colloquy.local;

import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;

/** Runs the platform in the foreground on known ports and keeps its data. */
@Command(
        mixinStandardHelpOptions = true,
        name = "up",
        description = "Runs the platform in the foreground until Ctrl-C; data stay in COLLOQUY_HOME (~/.colloquy).")
final class UpCommand implements Callable<Integer> {

    @Override
    public Integer call() throws Exception {
        return Foreground.run(UpCommand::runUntilStopped);
    }

    @SuppressWarnings("SystemOut") // A command line speaks through its streams.
    private static int runUntilStopped() {
        Map<String, String> environment = System.getenv();
        StackHome home = StackHome.ofUser(environment);
        LocalLogging.toFile(home);
        Progress progress = Progress.onStandardError();
        progress.say("Starting Colloquy in " + home.data());
        try (LocalPlatform platform = LocalPlatform.start(
                home, StackPorts.known(environment), ServicePorts.known(environment), environment, progress)) {
            platform.state().write(home);
            System.out.println(greeting(platform));
            Foreground.awaitStop(platform.failure());
            progress.say("Stopping ...");
            RunState.forget(home);
            if (platform.failure().isDone()) {
                throw new StackException("Expected every service to go on, but one failed: %s; %s has more"
                        .formatted(platform.failure().join().getMessage(), home.logFile("colloquy")));
            }
        }
        progress.say("Stopped.");
        return 0;
    }

    private static String greeting(LocalPlatform platform) {
        String people = platform.signIns().stream()
                .map(signIn -> "  %-12s %s  %s".formatted(signIn.role().wireName(), signIn.email(), signIn.password()))
                .collect(Collectors.joining("\n"));
        return """

                Ready. Ctrl-C stops it.

                %s

                Sign in as
                %s
                """.formatted(platform.state().describe(), people);
    }
}
