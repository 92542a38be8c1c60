package io.colloquy.local;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Says whether a stack runs, and where. */
@Command(
        mixinStandardHelpOptions = true,
        name = "status",
        description = "Says whether the stack runs, and where; exits with 3 if it does not.")
final class StatusCommand implements Callable<Integer> {
    private static final int NOT_RUNNING = 3;

    @Override
    @SuppressWarnings("SystemOut") // A command line speaks through its streams.
    public Integer call() {
        StackHome home = StackHome.ofUser(System.getenv());
        Optional<ProcessHandle> process = HomeLock.holder(home);
        if (process.isEmpty()) {
            System.out.println("Not running (" + home.data() + ").");
            return NOT_RUNNING;
        }
        RunState state = RunState.read(home);
        System.out.println(
                state.addresses().isEmpty()
                        ? "Starting or stopping, process " + process.get().pid() + "."
                        : "Running, process " + process.get().pid() + ":\n" + state.describe());
        return 0;
    }
}
