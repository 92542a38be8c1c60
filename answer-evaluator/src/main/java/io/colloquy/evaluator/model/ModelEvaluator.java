package io.colloquy.evaluator.model;

import io.colloquy.evaluator.providers.ProviderException;
import io.colloquy.evaluator.providers.StructuredGeneration;
import io.colloquy.evaluator.rubric.Evaluation;
import io.colloquy.evaluator.rubric.Evaluation.NeedsHuman;
import io.colloquy.evaluator.rubric.Evaluation.NotGradable;
import io.colloquy.evaluator.rubric.Evaluation.Reason;
import io.colloquy.evaluator.rubric.EvaluationRequest;
import io.colloquy.evaluator.rubric.Evaluator;
import io.colloquy.evaluator.rubric.Messages;
import io.colloquy.evaluator.rubric.ModelCall;
import io.colloquy.evaluator.suspicion.Finding;
import io.colloquy.evaluator.suspicion.Screening;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Evaluates with a language model: search the input, ask, check, ask once more if need be, compare with a second reading, and
 * call a human wherever something does not hold. Thread-safe.
 */
public final class ModelEvaluator implements Evaluator {
    /** Something in the input tries, or seems to try, to steer the model. */
    public static final String SUSPICIOUS = "SUSPICIOUS_CONTENT";

    private static final int MOST_TOKENS = 1_500;

    private final String name;
    private final StructuredGeneration provider;
    private final Evaluator secondReading;
    private final Supplier<String> nonces;
    private final int samples;
    private final Prompt prompt = Prompt.current();

    /**
     * An evaluator under its provider's name.
     *
     * @param secondReading rules that no text can talk to
     * @param nonces random, a new one for each sample
     * @param samples how often the model is asked about the same answer, 1 or 2
     */
    public ModelEvaluator(
            String name, StructuredGeneration provider, Evaluator secondReading, Supplier<String> nonces, int samples) {
        this.name = name;
        this.provider = provider;
        this.secondReading = secondReading;
        this.nonces = nonces;
        this.samples = samples;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String version() {
        return "prompt-" + prompt.version();
    }

    @Override
    public Evaluation evaluate(EvaluationRequest request) throws Exception {
        Evaluation reading = secondReading.evaluate(request);
        if (reading instanceof NotGradable flag && flag.reason() != Reason.OFF_TOPIC) {
            return flag; // Nothing to grade is sent to nobody; the rules that say so are named, and not the model.
        }
        Set<Finding> findings = Screening.of(request);
        return findings.isEmpty() ? asked(request, reading) : suspicious(screened(request, findings));
    }

    private Evaluation asked(EvaluationRequest request, Evaluation reading) throws ProviderException {
        String nonce = nonces.get();
        Conversation<Reply> conversation = new Conversation<>(provider, exchange(request, nonce));
        Reply reply = conversation.reply();
        ModelCall call = conversation.call(prompt.hash(), nonce);
        return switch (reply) {
            case Reply.Graded graded ->
                samples == 1
                        ? settled(request, graded, OptionalDouble.empty(), reading, call)
                        : sampled(request, graded, reading, call);
            case Reply.Ungradable it ->
                new NotGradable(it.reason(), Messages.of(it.reason(), request.language()), provenance(request, call));
            case Reply.Manipulated it -> reported(request, call);
            case Reply.Unusable it ->
                new NeedsHuman(
                        it.code(),
                        "Expected a usable reply of the model, asked twice, but there was none",
                        provenance(request, call));
        };
    }

    private Exchange<Reply> exchange(EvaluationRequest request, String nonce) {
        return new Exchange<>(
                prompt.instructions(request, nonce),
                prompt.input(request, nonce),
                ReplySchema.of(request.rubric()),
                MOST_TOKENS,
                text -> ReplyReader.read(text, request, nonce),
                reply -> reply instanceof Reply.Unusable unusable ? unusable.objections() : List.of());
    }

    /** Asks again, as if it were the first time. */
    private Evaluation sampled(EvaluationRequest request, Reply.Graded first, Evaluation reading, ModelCall call)
            throws ProviderException {
        String nonce = nonces.get();
        Conversation<Reply> conversation = new Conversation<>(provider, exchange(request, nonce));
        Reply second = conversation.reply();
        ModelCall both = Samples.together(call, conversation.call(prompt.hash(), nonce));
        if (second instanceof Reply.Manipulated) {
            return reported(request, both);
        }
        if (second instanceof Reply.Graded graded) {
            Samples replies = new Samples(first, graded);
            if (!replies.disagree(request.rubric())) {
                OptionalDouble agreement = OptionalDouble.of(replies.agreement(request.rubric()));
                return settled(request, replies.together(), agreement, reading, both);
            }
        }
        return new NeedsHuman(
                Samples.DISAGREE,
                "Expected the model to say the same twice, but it did not",
                provenance(request, both));
    }

    private Evaluation settled(
            EvaluationRequest request,
            Reply.Graded graded,
            OptionalDouble agreement,
            Evaluation reading,
            ModelCall call) {
        double overall = Overall.of(graded.dimensions(), request.rubric());
        Optional<Finding> doubt = Plausibility.doubt(graded, overall, reading);
        if (doubt.isPresent()) {
            return new NeedsHuman(
                    "IMPLAUSIBLE_SCORE",
                    "Expected a score that a second reading supports, but it is far off",
                    provenance(request, withFindings(call, Set.of(doubt.get()))));
        }
        return new Evaluation.Scored(
                graded.dimensions(),
                overall,
                ModelConfidence.of(graded, overall, agreement, reading, request),
                graded.feedback(),
                provenance(request, call));
    }

    private NeedsHuman reported(EvaluationRequest request, ModelCall call) {
        return suspicious(provenance(request, withFindings(call, Set.of(Finding.REPORTED_BY_MODEL))));
    }

    /** The model never saw it, so it is not the model that is named. */
    private static Evaluation.Provenance screened(EvaluationRequest request, Collection<Finding> findings) {
        return new Evaluation.Provenance(
                Screening.NAME,
                Screening.VERSION,
                request.rubric().id(),
                request.rubric().hash(),
                withFindings(ModelCall.NONE, findings));
    }

    private static NeedsHuman suspicious(Evaluation.Provenance provenance) {
        return new NeedsHuman(
                SUSPICIOUS,
                "Expected an answer to the question, but parts of it seem to address whoever grades it",
                provenance);
    }

    private static ModelCall withFindings(ModelCall call, Collection<Finding> findings) {
        List<String> names = findings.stream().map(Finding::name).sorted().toList();
        return new ModelCall(
                call.model(),
                call.promptHash(),
                call.parameters(),
                call.inputTokens(),
                call.outputTokens(),
                call.costMicros(),
                call.repaired(),
                names);
    }

    private Evaluation.Provenance provenance(EvaluationRequest request, ModelCall call) {
        return new Evaluation.Provenance(
                name, version(), request.rubric().id(), request.rubric().hash(), call);
    }
}
