package io.colloquy.local;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Runs the stack in the foreground on known ports and keeps its data. */
@Command(
        name = "up",
        description = "Runs the stack in the foreground until Ctrl-C; data stay in COLLOQUY_HOME (~/.colloquy).")
final class UpCommand implements Callable<Integer> {

    @Override
    public Integer call() throws Exception {
        return Foreground.run(UpCommand::runUntilStopped);
    }

    @SuppressWarnings("SystemOut") // A command line speaks through its streams.
    private static int runUntilStopped() {
        StackHome home = StackHome.ofUser(System.getenv());
        LocalLogging.toFile(home);
        Progress progress = Progress.onStandardError();
        progress.say("Starting Colloquy in " + home.data());
        try (EmbeddedStack stack = EmbeddedStack.start(home, StackPorts.known(System.getenv()), progress)) {
            RunState state = RunState.of(stack);
            state.write(home);
            System.out.println("\nReady. Ctrl-C stops it.\n" + state.describe());
            Foreground.awaitStop();
            progress.say("Stopping ...");
            RunState.forget(home);
        }
        progress.say("Stopped.");
        return 0;
    }
}
