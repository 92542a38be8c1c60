package io.colloquy.evaluator.model;

import io.colloquy.evaluator.planning.Plan;
import io.colloquy.evaluator.planning.PlanRequest;
import io.colloquy.evaluator.planning.PlanRules;
import io.colloquy.evaluator.planning.Planner;
import io.colloquy.evaluator.planning.UnusablePlanException;
import io.colloquy.evaluator.providers.ProviderException;
import io.colloquy.evaluator.providers.StructuredGeneration;
import io.colloquy.evaluator.suspicion.Finding;
import io.colloquy.evaluator.suspicion.Screening;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Plans with a language model: search what people typed, ask, check, ask once more if need be; never a plan that does not hold
 * against the rules. Thread-safe.
 */
public final class ModelPlanner implements Planner {
    /** The interview's language is none in which a plan can be checked. */
    public static final String LANGUAGE_NOT_CHECKED = "LANGUAGE_NOT_CHECKED";

    private static final int TOKENS_PER_QUESTION = 300;
    private static final int MORE_TOKENS = 300;

    private final String name;
    private final StructuredGeneration provider;
    private final Function<PlanRequest, String> families;
    private final Supplier<String> nonces;
    private final PlanPrompt prompt = PlanPrompt.current();

    /**
     * A planner under its provider's name.
     *
     * @param families the job family of a request, for the category of its questions
     * @param nonces random, a new one for each plan
     */
    public ModelPlanner(
            String name,
            StructuredGeneration provider,
            Function<PlanRequest, String> families,
            Supplier<String> nonces) {
        this.name = name;
        this.provider = provider;
        this.families = families;
        this.nonces = nonces;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Plan plan(PlanRequest request) throws ProviderException, UnusablePlanException {
        if (!PlanRules.canCheck(request.language())) {
            throw new UnusablePlanException(LANGUAGE_NOT_CHECKED);
        }
        Set<Finding> findings = Screening.of(Stream.of(
                        Optional.of(request.jobTitle()),
                        request.jobDescription(),
                        request.person().cv())
                .flatMap(Optional::stream)
                .toList());
        if (!findings.isEmpty()) {
            throw suspicious(findings);
        }
        return asked(request);
    }

    private Plan asked(PlanRequest request) throws ProviderException, UnusablePlanException {
        String nonce = nonces.get();
        String family = families.apply(request);
        Conversation<PlanReply> conversation = new Conversation<>(provider, exchange(request, family, nonce));
        return switch (conversation.reply()) {
            case PlanReply.Planned planned ->
                new Plan(
                        planned.questions(),
                        family,
                        request.language(),
                        "plan-" + prompt.version(),
                        name,
                        conversation.call(prompt.hash(), nonce));
            case PlanReply.Manipulated it -> throw suspicious(Set.of(Finding.REPORTED_BY_MODEL));
            case PlanReply.Unusable it -> throw new UnusablePlanException(it.code());
        };
    }

    private Exchange<PlanReply> exchange(PlanRequest request, String family, String nonce) {
        return new Exchange<>(
                prompt.instructions(request, nonce),
                PlanPrompt.input(request, nonce),
                PlanSchema.shape(),
                MORE_TOKENS + TOKENS_PER_QUESTION * (request.count() + request.reserves()),
                text -> PlanReader.read(text, request, family, nonce),
                reply -> reply instanceof PlanReply.Unusable unusable ? unusable.objections() : List.of());
    }

    private static UnusablePlanException suspicious(Collection<Finding> findings) {
        return UnusablePlanException.suspicious(
                findings.stream().map(Finding::name).sorted().toList());
    }
}
