package io.colloquy.evaluator.work;

import io.colloquy.evaluator.planning.Plan;
import io.colloquy.evaluator.rubric.ModelCall;
import io.colloquy.events.PlanProposed;
import io.colloquy.events.PlannedBy;
import io.colloquy.events.QuestionPlan;
import io.colloquy.events.SessionEvent;
import io.colloquy.platform.ids.Ids;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Writes plans as events of {@code question-plans}. The event id follows from the session: it never has two. */
final class PlanEvents {
    private static final String NO_BANK = "none";

    private final Clock clock;

    PlanEvents(Clock clock) {
        this.clock = clock;
    }

    /**
     * How a plan came about.
     *
     * @param attempt from 1
     * @param latency of the planner; none is told of a bank, whose plans are the same however often they are made
     * @param fallbacks who was to do it before
     * @param findings what was noticed in CV and job
     */
    record Run(int attempt, Duration latency, List<Fallback> fallbacks, List<String> findings) {}

    Outcome planned(Task.PlanQuestions task, Plan plan, Run run) {
        SessionEvent event = task.event();
        return new Outcome.Planned(new QuestionPlan(
                Ids.named(task.id()).toString(),
                event.getSessionId(),
                event.getOrganisationId(),
                0L,
                clock.instant(),
                event.getEventId(),
                event.getCorrelationId(),
                null,
                new PlanProposed(
                        plan.questions().stream()
                                .map(ContractMapping::toContract)
                                .toList(),
                        plan.planner(),
                        plan.call().model().isPresent() ? NO_BANK : plan.version(),
                        plannedBy(plan, run))));
    }

    private static PlannedBy plannedBy(Plan plan, Run run) {
        ModelCall call = plan.call();
        return new PlannedBy(
                plan.planner(),
                call.model().orElse(null),
                plan.version(),
                call.promptHash().orElse(null),
                call.parameters(),
                call.inputTokens(),
                call.outputTokens(),
                call.costMicros(),
                call.model().isPresent() ? run.latency().toMillis() : 0,
                run.attempt(),
                call.repaired(),
                run.fallbacks().stream()
                        .map(it -> new io.colloquy.events.Fallback(it.provider(), it.reason()))
                        .toList(),
                run.findings());
    }
}
