package io.colloquy.evaluator.work;

import io.colloquy.evaluator.planning.BankPlanner;
import io.colloquy.evaluator.planning.InterviewKind;
import io.colloquy.evaluator.planning.Plan;
import io.colloquy.evaluator.planning.PlanRequest;
import io.colloquy.events.PlanProposed;
import io.colloquy.events.QuestionPlan;
import io.colloquy.events.SessionEvent;
import io.colloquy.events.SessionStarted;
import io.colloquy.platform.ids.Ids;
import io.colloquy.platform.sealing.KeyDestroyedException;
import io.colloquy.platform.sealing.Sealer;
import io.colloquy.platform.sealing.Subject;
import io.colloquy.schemas.PersonalContent;
import java.time.Clock;
import java.util.Optional;

/** SessionStarted in, a proposal of questions out. Thread-safe. */
public final class QuestionPlanning {
    private final BankPlanner planner;
    private final Sealer sealer;
    private final Clock clock;

    /** Opens job descriptions with this sealer. */
    public QuestionPlanning(BankPlanner planner, Sealer sealer, Clock clock) {
        this.planner = planner;
        this.sealer = sealer;
        this.clock = clock;
    }

    Outcome plan(Task.PlanQuestions task) {
        SessionEvent event = task.event();
        SessionStarted started = (SessionStarted) event.getPayload();
        Plan plan = planner.plan(new PlanRequest(
                event.getSessionId(),
                started.getJobTitle(),
                description(event, started),
                InterviewKind.of(started.getInterviewKind()),
                started.getLanguage(),
                Math.clamp(started.getQuestionCount(), 1, PlanRequest.MOST)));
        PlanProposed proposed = new PlanProposed(
                plan.questions().stream().map(ContractMapping::toContract).toList(),
                plan.planner(),
                plan.bankVersion(),
                null);
        return new Outcome.Planned(new QuestionPlan(
                Ids.named(task.id()).toString(),
                event.getSessionId(),
                event.getOrganisationId(),
                0L,
                clock.instant(),
                event.getEventId(),
                event.getCorrelationId(),
                null,
                proposed));
    }

    /** An erased or unreadable description is as good as none: the title is enough for a plan. */
    private Optional<String> description(SessionEvent event, SessionStarted started) {
        Subject subject = new Subject(event.getOrganisationId(), event.getSessionId());
        try {
            return Optional.ofNullable(started.getJobDescription())
                    .map(content -> sealer.openText(subject, PersonalContent.JOB_DESCRIPTION, content));
        } catch (KeyDestroyedException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
