package io.colloquy.sessions.decider;

import static io.colloquy.sessions.decider.Refusals.refuse;

import io.colloquy.sessions.events.BankReference;
import io.colloquy.sessions.events.Command;
import io.colloquy.sessions.events.Event;
import io.colloquy.sessions.events.Input;
import io.colloquy.sessions.events.Rejection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Opening an interview: everything that governs it is resolved here and copied into the event. A bank that the start names must
 * be there; where only the organisation's default is not, the built-in one stands in for it and the event says so.
 */
final class StartRules {
    static final int MOST_QUESTIONS = 20;
    private static final Set<String> KINDS = Set.of("mixed", "technical", "behavioural");

    private StartRules() {}

    static List<Event> start(
            Input.CommandReceived received, Command.StartSession start, OrganisationSettings settings) {
        List<String> offences = offences(start);
        if (!offences.isEmpty()) {
            return refuse(received, Rejection.INVALID_ARGUMENT, String.join("; ", offences));
        }
        Optional<String> wanted = settings.bankFor(start.bankId());
        Optional<OrganisationBank> bank = wanted.flatMap(
                id -> settings.bank().filter(known -> known.bankId().equals(id)));
        if (wanted.isPresent()
                && start.bankId().isEmpty()
                && bank.filter(it -> !it.retired()).isEmpty()) {
            return List.of(started(received.actor(), start, settings, Optional.empty(), wanted));
        }
        if (wanted.isPresent() && bank.isEmpty()) {
            return refuse(
                    received,
                    Rejection.NOT_FOUND,
                    "Expected one of the organisation's question banks, but it is unknown");
        }
        if (bank.isPresent() && bank.get().retired()) {
            return refuse(
                    received, Rejection.INVALID_STATE, "Expected a question bank that is in use, but it was retired");
        }
        return List.of(started(received.actor(), start, settings, bank, Optional.empty()));
    }

    private static List<String> offences(Command.StartSession start) {
        List<String> offences = new ArrayList<>();
        if (start.jobTitle().isBlank()) {
            offences.add("Expected a job title, but it is blank");
        }
        if (start.language().isBlank()) {
            offences.add("Expected a language, but it is blank");
        }
        if (!KINDS.contains(start.interviewKind())) {
            offences.add("Expected interview kind 'mixed', 'technical' or 'behavioural', but it is another");
        }
        if (start.questionCount() < 1 || start.questionCount() > MOST_QUESTIONS) {
            offences.add("Expected 1 to %d questions, but got %d".formatted(MOST_QUESTIONS, start.questionCount()));
        }
        return offences;
    }

    private static Event started(
            Input.Actor actor,
            Command.StartSession start,
            OrganisationSettings settings,
            Optional<OrganisationBank> bank,
            Optional<String> missingBank) {
        return new Event.SessionStarted(
                start.candidateId().or(() -> candidate(actor)),
                start.candidateName(),
                start.jobTitle(),
                start.jobDescription(),
                start.cv(),
                start.interviewKind(),
                start.language(),
                start.questionCount(),
                PolicyRules.resolve(settings, start.recruitment(), start.candidateRegion(), start.employerRegion()),
                SessionRubric.of(settings.providerChain()),
                settings.providerChain(),
                settings.idleTimeout(),
                PlanningChain.of(settings),
                start.adaptive(),
                bank.map(it -> new BankReference(it.bankId(), it.version())),
                start.askedBefore(),
                missingBank);
    }

    private static Optional<String> candidate(Input.Actor actor) {
        return actor.role() == Input.Role.CANDIDATE ? Optional.of(actor.id()) : Optional.empty();
    }
}
