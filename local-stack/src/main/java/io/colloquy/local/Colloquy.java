package io.colloquy.local;

import io.colloquy.local.demo.DemoException;
import io.colloquy.local.vision.VisionCommand;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The command line: one stack on one machine. The launcher {@code colloquy} starts it with a JDK and the class path. */
@Command(
        mixinStandardHelpOptions = true,
        name = "colloquy",
        description = "Runs Colloquy on this machine: Kafka, schema registry, Postgres, Redis and the services.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "The launcher itself knows these:",
            "  test     Builds and tests everything; arguments go to Maven.",
            "  bench    Measures this machine; prints a table and writes JSON.",
            "  model    'model train' trains the emotion model.",
            "  evaluate-answers FILE   Says how far the built-in evaluator agrees with labelled answers.",
            "  fit-judgement FILE...   Fits its weights to labelled answers."
        },
        subcommands = {
            DemoCommand.class,
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            ServiceCommand.class,
            MigrateCommand.class,
            VisionCommand.class,
            HelpCommand.class
        })
public final class Colloquy {
    private Colloquy() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    static int run(String... arguments) {
        CommandLine commandLine = new CommandLine(new Colloquy());
        commandLine.setExecutionExceptionHandler(Colloquy::explain);
        return commandLine.execute(arguments.length == 0 ? new String[] {"help"} : arguments);
    }

    /** One sentence for every failure; the stack trace of what nobody foresaw is in the log. */
    private static int explain(Exception failure, CommandLine commandLine, CommandLine.ParseResult result) {
        if (failure instanceof StackException || failure instanceof DemoException) {
            commandLine.getErr().println(failure.getMessage());
        } else {
            LoggerFactory.getLogger(Colloquy.class).atError().setCause(failure).log("the command failed");
            commandLine.getErr().println("Expected the command to succeed, but: " + failure);
        }
        return commandLine.getCommandSpec().exitCodeOnExecutionException();
    }
}
