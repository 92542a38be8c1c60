package io.colloquy.local;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Runs one service as a container does: its own process, environment variables only, log on standard output. */
@Command(
        mixinStandardHelpOptions = true,
        name = "service",
        description = "Runs one service as its own process, configured by environment variables as in a container.")
final class ServiceCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "NAME",
            description = "ingest-api, report-service, answer-evaluator, frame-processor or session-projector")
    private String name = "";

    @Override
    public Integer call() {
        ServiceStart.asThisProcess(Service.ofId(name));
        return 0;
    }
}
