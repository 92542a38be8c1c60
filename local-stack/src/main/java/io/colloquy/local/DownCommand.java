package io.colloquy.local;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;

/** Stops the stack that runs elsewhere, or what a killed one left behind. */
@Command(
        mixinStandardHelpOptions = true,
        name = "down",
        description = "Stops the running stack, or what a killed one has left behind.")
final class DownCommand implements Callable<Integer> {
    private static final long STOP_TIMEOUT_SECONDS = 20;

    @Override
    public Integer call() throws InterruptedException {
        StackHome home = StackHome.ofUser(System.getenv());
        LocalLogging.toFile(home);
        Progress progress = Progress.onStandardError();
        Optional<HomeLock> lock = HomeLock.tryAcquire(home);
        if (lock.isPresent()) {
            try {
                tidy(home, progress);
            } finally {
                lock.get().close();
            }
            return 0;
        }
        stop(home);
        progress.say("Stopped.");
        return 0;
    }

    private static void tidy(StackHome home, Progress progress) {
        boolean ours = EmbeddedStack.reap(home, progress);
        boolean demos = Leftovers.tidy(System.getenv(), progress);
        RunState.forget(home);
        progress.say(ours || demos ? "Stopped what a killed stack had left behind." : "Nothing was running.");
    }

    private static void stop(StackHome home) throws InterruptedException {
        ProcessHandle process = HomeLock.holder(home)
                .orElseThrow(() -> new StackException(
                        "Expected to find the process that runs on %s, but it has just ended".formatted(home.data())));
        process.destroy();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(STOP_TIMEOUT_SECONDS);
        while (process.isAlive()) {
            if (System.nanoTime() > deadline) {
                throw new StackException(
                        "Expected process %d to stop within %d s, but it has not; 'kill -9 %1$d' ends it"
                                .formatted(process.pid(), STOP_TIMEOUT_SECONDS));
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }
}
