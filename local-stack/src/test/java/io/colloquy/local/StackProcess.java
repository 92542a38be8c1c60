package io.colloquy.local;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** A stack in a process of its own, for the test that kills it; writes a fact, says "ready", then waits. */
final class StackProcess {
    private StackProcess() {}

    @SuppressWarnings("SystemOut") // The parent reads this process' output.
    public static void main(String[] arguments) throws Exception {
        StackHome home = StackHome.at(Path.of(arguments[0]), Map.of("COLLOQUY_HOME", arguments[1]));
        EmbeddedStack stack = EmbeddedStack.start(home, StackPorts.free(), Progress.onStandardError());
        new StackProbe(stack).write(arguments[2]);
        System.out.println("ready");
        new CountDownLatch(1).await();
    }
}
