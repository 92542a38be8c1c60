package io.colloquy.evaluator.work;

import io.colloquy.evaluator.planning.BankPlanner;
import io.colloquy.evaluator.planning.InterviewKind;
import io.colloquy.evaluator.planning.Plan;
import io.colloquy.evaluator.planning.PlanRequest;
import io.colloquy.evaluator.planning.Planner;
import io.colloquy.evaluator.planning.UnusablePlanException;
import io.colloquy.events.Personal;
import io.colloquy.events.SessionEvent;
import io.colloquy.events.SessionStarted;
import io.colloquy.platform.sealing.KeyDestroyedException;
import io.colloquy.platform.sealing.Sealer;
import io.colloquy.platform.sealing.Subject;
import io.colloquy.schemas.PersonalContent;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * SessionStarted in, a proposal of questions out: by the models of the session's chain in turn, and in the end always from the
 * bank. What people typed is opened just before it is planned from. Thread-safe.
 */
public final class QuestionPlanning {
    private static final String LANE = "planning";

    private final Map<String, Planner> models;
    private final Banks banks;
    private final Sealer sealer;
    private final PlanEvents events;

    /** Finds the bank that a session's questions may come from. */
    @FunctionalInterface
    public interface Banks {
        /**
         * A planner over it.
         *
         * @param event carries SessionStarted
         */
        BankPlanner of(SessionEvent event);
    }

    /** Plans with what the session's chain allows. */
    public QuestionPlanning(Collection<? extends Planner> models, Banks banks, Sealer sealer, Clock clock) {
        this.models = models.stream().collect(Collectors.toUnmodifiableMap(Planner::name, Function.identity()));
        this.banks = banks;
        this.sealer = sealer;
        this.events = new PlanEvents(clock);
    }

    /** A lane of its own for each model: plans wait behind no evaluation, and behind nobody else's model. */
    String lane(Task.PlanQuestions task, List<Fallback> failed) {
        String name = turn(task, failed).who().orElseThrow();
        return name.equals(BankPlanner.NAME) ? LANE : LANE + "-" + name;
    }

    /** Whether only the bank is left. */
    boolean isLastResort(Task.PlanQuestions task, List<Fallback> failed) {
        return turn(task, failed).who().orElseThrow().equals(BankPlanner.NAME);
    }

    Outcome plan(Task.PlanQuestions task, PendingTask pending) throws Exception {
        Turn<String> turn = turn(task, pending.fallbacks());
        Planner planner = planner(turn.who().orElseThrow(), task);
        PlanRequest request = request(task.event());
        long started = System.nanoTime();
        try {
            Plan plan = planner.plan(request);
            List<Fallback> fallbacks =
                    planner instanceof BankPlanner ? withMissingBank(task, turn.fallbacks()) : turn.fallbacks();
            return events.planned(task, plan, run(pending, started, fallbacks, List.of()));
        } catch (UnusablePlanException e) {
            if (e.findings().isEmpty()) {
                throw e;
            }
            Plan plan = banks.of(task.event()).plan(request);
            return events.planned(
                    task, plan, run(pending, started, withMissingBank(task, nobodyElse(task, turn)), e.findings()));
        }
    }

    private static PlanEvents.Run run(
            PendingTask pending, long started, List<Fallback> fallbacks, List<String> findings) {
        return new PlanEvents.Run(
                pending.attempt(), Duration.ofNanos(System.nanoTime() - started), fallbacks, findings);
    }

    /** Who is told that a bank planned is told, too, that another one was to. */
    private static List<Fallback> withMissingBank(Task.PlanQuestions task, List<Fallback> fallbacks) {
        Stream<Fallback> missing = Optional.ofNullable(started(task).getMissingBank()).stream()
                .map(id -> new Fallback("bank/" + id, Fallback.NO_SUCH_BANK));
        return Stream.concat(fallbacks.stream(), missing).toList();
    }

    /** Where something tries to steer a model, no other model is asked either. */
    private List<Fallback> nobodyElse(Task.PlanQuestions task, Turn<String> turn) {
        List<String> chain = chain(started(task));
        Stream<Fallback> left = chain.subList(turn.fallbacks().size(), chain.size() - 1).stream()
                .map(name -> new Fallback(name, UnusablePlanException.SUSPICIOUS));
        return Stream.concat(turn.fallbacks().stream(), left).toList();
    }

    /** What comes after a planner has failed: the next of the chain. From the bank there is no other way. */
    Step after(Task.PlanQuestions task, PendingTask pending, String reason) {
        Turn<String> turn = turn(task, pending.fallbacks());
        String tried = turn.who().orElseThrow();
        if (tried.equals(BankPlanner.NAME)) {
            return new Step.TryOn();
        }
        Fallback failed = new Fallback(tried, reason);
        return new Step.FallBack(turn.without(pending, failed), failed);
    }

    private Turn<String> turn(Task.PlanQuestions task, List<Fallback> failed) {
        return Turn.after(
                chain(started(task)), failed, name -> Optional.of(name).filter(this::isKnown));
    }

    private boolean isKnown(String name) {
        return name.equals(BankPlanner.NAME) || models.containsKey(name);
    }

    private Planner planner(String name, Task.PlanQuestions task) {
        return name.equals(BankPlanner.NAME) ? banks.of(task.event()) : models.get(name);
    }

    /** The bank comes last, and whatever stands behind it is never reached. */
    private static List<String> chain(SessionStarted started) {
        Stream<String> before = started.getPlanningChain().stream().takeWhile(name -> !name.equals(BankPlanner.NAME));
        return Stream.concat(before, Stream.of(BankPlanner.NAME)).toList();
    }

    private static SessionStarted started(Task.PlanQuestions task) {
        return (SessionStarted) task.event().getPayload();
    }

    private PlanRequest request(SessionEvent event) {
        SessionStarted started = (SessionStarted) event.getPayload();
        Subject subject = new Subject(event.getOrganisationId(), event.getSessionId());
        return new PlanRequest(
                event.getSessionId(),
                started.getJobTitle(),
                opened(subject, PersonalContent.JOB_DESCRIPTION, started.getJobDescription()),
                InterviewKind.of(started.getInterviewKind()),
                started.getLanguage(),
                Math.clamp(started.getQuestionCount(), 1, PlanRequest.MOST),
                new PlanRequest.Person(
                        opened(subject, PersonalContent.CV, started.getCv()),
                        opened(subject, PersonalContent.CANDIDATE_NAME, started.getCandidateName()),
                        started.getAskedBefore()),
                started.getAdaptive());
    }

    /** What is erased or unreadable is as good as not there: the title is enough for a plan. */
    private Optional<String> opened(Subject subject, String type, Personal content) {
        try {
            return Optional.ofNullable(content).map(it -> sealer.openText(subject, type, it));
        } catch (KeyDestroyedException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
