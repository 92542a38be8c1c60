package io.colloquy.sessions.decider;

import static io.colloquy.sessions.decider.Refusals.refuse;

import io.colloquy.sessions.events.Command;
import io.colloquy.sessions.events.Event;
import io.colloquy.sessions.events.Input;
import io.colloquy.sessions.events.Rejection;
import java.util.List;
import java.util.Optional;

/**
 * Says what follows from an input. Pure: the same state, input and settings always lead to the same events, and nothing
 * changes by asking. Inputs that nobody waits for and that do not fit are ignored; commands are refused with a reason.
 */
public final class Decider {
    private Decider() {}

    /**
     * The events that an input leads to, in order; none when it is ignored or was decided before.
     *
     * @param settings of the sender's organisation; only a start asks for them
     */
    public static List<Event> decide(SessionState state, Input input, OrganisationSettings settings) {
        if (state.recentInputs().contains(input.origin().eventId())) {
            return List.of();
        }
        return switch (input) {
            case Input.CommandReceived command -> decideCommand(state, command, settings);
            case Input.PlanProposed plan -> isOurs(state, input) ? InterviewRules.plan(state, plan.plan()) : List.of();
            case Input.AnswerEvaluated evaluated ->
                isOurs(state, input) ? OutcomeRules.scored(state, evaluated.outcome()) : List.of();
            case Input.AnswerNotGradable flagged ->
                isOurs(state, input) ? OutcomeRules.notGradable(state, flagged.outcome()) : List.of();
            case Input.EvaluationFailed failed ->
                isOurs(state, input) ? OutcomeRules.needsHuman(state, failed.outcome()) : List.of();
        };
    }

    private static List<Event> decideCommand(
            SessionState state, Input.CommandReceived received, OrganisationSettings settings) {
        if (state.stage() == Stage.UNKNOWN) {
            return decideUnknown(state, received, settings);
        }
        if (!isOurs(state, received)) {
            return refuse(
                    received,
                    Rejection.FORBIDDEN,
                    "Expected a session of the sender's organisation, but it belongs to another");
        }
        Optional<String> objection = Authority.objection(state, received);
        if (objection.isPresent()) {
            return refuse(received, Rejection.FORBIDDEN, objection.get());
        }
        return decideAllowed(state, received);
    }

    private static List<Event> decideUnknown(
            SessionState state, Input.CommandReceived received, OrganisationSettings settings) {
        return switch (received.command()) {
            case Command.StartSession start -> {
                Optional<String> objection = Authority.objection(state, received);
                yield objection.isPresent()
                        ? refuse(received, Rejection.FORBIDDEN, objection.get())
                        : StartRules.start(received, start, settings);
            }
            case Command.ExpireIfIdle ignored -> List.of();
            default -> refuse(received, Rejection.NOT_FOUND, "Expected a session that was started, but there is none");
        };
    }

    private static List<Event> decideAllowed(SessionState state, Input.CommandReceived received) {
        return switch (received.command()) {
            case Command.StartSession it ->
                refuse(received, Rejection.ALREADY_EXISTS, "Expected a new session, but it was started before");
            case Command.GiveConsent it -> InterviewRules.giveConsent(state, received, it);
            case Command.WithdrawConsent it -> InterviewRules.withdrawConsent(state, received);
            case Command.SubmitAnswer it -> InterviewRules.answer(state, received, it);
            case Command.SkipQuestion it -> InterviewRules.skip(state, received, it);
            case Command.PauseSession it -> ClosingRules.pause(state, received);
            case Command.ResumeSession it -> ClosingRules.resume(state, received);
            case Command.CompleteSession it -> ClosingRules.complete(state, received);
            case Command.CancelSession it -> ClosingRules.cancel(state, received);
            case Command.OverrideScore it -> OutcomeRules.override(state, received, it);
            case Command.LabelAnswer it -> OutcomeRules.label(state, received, it);
            case Command.EraseSession it -> ClosingRules.erase(state, received);
            case Command.ExpireIfIdle it -> ClosingRules.expire(state, received);
        };
    }

    private static boolean isOurs(SessionState state, Input input) {
        return state.organisationId().equals(Optional.of(input.origin().organisationId()));
    }
}
