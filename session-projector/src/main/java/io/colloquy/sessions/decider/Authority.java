package io.colloquy.sessions.decider;

import io.colloquy.sessions.events.Command;
import io.colloquy.sessions.events.Input.Actor;
import io.colloquy.sessions.events.Input.CommandReceived;
import io.colloquy.sessions.events.Input.Role;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Who may send which command. The door checks too; this is the lock that counts. */
final class Authority {
    private static final Set<Role> PEOPLE = EnumSet.of(Role.CANDIDATE, Role.INTERVIEWER, Role.ADMIN);
    private static final Set<Role> REVIEWERS = EnumSet.of(Role.INTERVIEWER, Role.ADMIN);
    private static final Set<Role> ERASERS = EnumSet.of(Role.CANDIDATE, Role.INTERVIEWER, Role.ADMIN, Role.SYSTEM);
    private static final Set<Role> TIMERS = EnumSet.of(Role.SYSTEM);

    private Authority() {}

    /** Why the sender may not, if so. */
    static Optional<String> objection(SessionState state, CommandReceived received) {
        Set<Role> allowed = allowed(received.command());
        if (!allowed.contains(received.actor().role())) {
            return Optional.of("Expected one of the roles %s, but the sender is '%s'"
                    .formatted(allowed, received.actor().role()));
        }
        return isAnothers(state, received)
                ? Optional.of("Expected the session's own candidate, but the sender is somebody else")
                : Optional.empty();
    }

    private static Set<Role> allowed(Command command) {
        return switch (command) {
            case Command.StartSession it -> PEOPLE;
            case Command.GiveConsent it -> PEOPLE;
            case Command.WithdrawConsent it -> PEOPLE;
            case Command.SubmitAnswer it -> PEOPLE;
            case Command.SkipQuestion it -> PEOPLE;
            case Command.PauseSession it -> PEOPLE;
            case Command.ResumeSession it -> PEOPLE;
            case Command.CompleteSession it -> PEOPLE;
            case Command.CancelSession it -> PEOPLE;
            case Command.OverrideScore it -> REVIEWERS;
            case Command.LabelAnswer it -> REVIEWERS;
            case Command.EraseSession it -> ERASERS;
            case Command.ExpireIfIdle it -> TIMERS;
        };
    }

    private static boolean isAnothers(SessionState state, CommandReceived received) {
        Actor actor = received.actor();
        return switch (received.command()) {
            case Command.StartSession start -> actor.role() == Role.CANDIDATE && isNot(actor, start.candidateId());
            case Command.GiveConsent it -> isNot(actor, state.candidateId());
            case Command.WithdrawConsent it -> isNot(actor, state.candidateId());
            case Command.SubmitAnswer it -> isNot(actor, state.candidateId());
            case Command.SkipQuestion it -> isNot(actor, state.candidateId());
            default -> actor.role() == Role.CANDIDATE && isNot(actor, state.candidateId());
        };
    }

    private static boolean isNot(Actor actor, Optional<String> candidateId) {
        return candidateId.filter(it -> !it.equals(actor.id())).isPresent();
    }
}
