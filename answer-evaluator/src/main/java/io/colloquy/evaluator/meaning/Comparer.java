package io.colloquy.evaluator.meaning;

import io.colloquy.evaluator.providers.Embedded;
import io.colloquy.evaluator.providers.Embeddings;
import io.colloquy.evaluator.providers.ProviderException;
import io.colloquy.evaluator.providers.ProviderFailure;
import io.colloquy.evaluator.providers.Vector;
import io.colloquy.evaluator.rubric.Likeness;
import io.colloquy.evaluator.rubric.TextsToCompare;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares texts with one provider's embeddings, in one call, after it has measured its model. Thread-safe. */
final class Comparer {
    private final Embeddings provider;
    private final AtomicReference<Model> known = new AtomicReference<>(Model.unknown());

    /**
     * What is known of a model since the start, or since it changed behind its name.
     *
     * @param name empty before the first call
     * @param dimension of its vectors
     * @param scales by language; an empty one for a model that cannot tell in that language
     */
    private record Model(
            String name, int dimension, KnownVectors vectors, ConcurrentHashMap<String, Optional<Scale>> scales) {
        static Model unknown() {
            return new Model("", 0, new KnownVectors(), new ConcurrentHashMap<>());
        }

        Model named(String newName, int newDimension) {
            return new Model(newName, newDimension, vectors, scales);
        }
    }

    /** What a call brought. */
    record Result(Embedded embedded, Likeness likeness) {}

    Comparer(Embeddings provider) {
        this.provider = provider;
    }

    Result compare(TextsToCompare texts) throws ProviderException {
        Model before = known.get();
        Calibration calibration = Calibration.in(texts.language());
        Map<String, Vector> vectors = new HashMap<>();
        references(texts).forEach(text -> before.vectors().find(text).ifPresent(it -> vectors.put(text, it)));
        Optional<Scale> measured = before.scales().getOrDefault(texts.language(), Optional.empty());
        if (measured.isEmpty() && before.scales().containsKey(texts.language())) {
            throw unsuitable();
        }
        Set<String> asked = new LinkedHashSet<>(texts.statements());
        references(texts).filter(text -> !vectors.containsKey(text)).forEach(asked::add);
        if (measured.isEmpty()) {
            calibration.texts().forEach(asked::add);
        }
        Embedded embedded = provider.embed(List.copyOf(asked));
        Model model = sameModel(before, embedded);
        int place = 0;
        for (String text : asked) {
            vectors.put(text, embedded.vectors().get(place++));
        }
        references(texts).forEach(text -> model.vectors().put(text, vectors.get(text)));
        Scale scale = (measured.isPresent()
                        ? measured
                        : model.scales().computeIfAbsent(texts.language(), language -> calibration.scale(vectors)))
                .orElseThrow(Comparer::unsuitable);
        return new Result(embedded, likeness(texts, vectors, scale));
    }

    /** What was known holds for this model only. */
    private Model sameModel(Model before, Embedded embedded) throws ProviderException {
        int dimension = embedded.vectors().getFirst().dimension();
        if (before.name().isEmpty()) {
            Model named = before.named(embedded.model(), dimension);
            known.compareAndSet(before, named);
            return named;
        }
        if (!before.name().equals(embedded.model()) || before.dimension() != dimension) {
            known.compareAndSet(before, Model.unknown());
            throw new ProviderException(
                    ProviderFailure.UNREADABLE, "Expected vectors of the same model as before, but it is another one");
        }
        return before;
    }

    private static Stream<String> references(TextsToCompare texts) {
        return Stream.concat(Stream.of(texts.question()), texts.points().stream());
    }

    private static Likeness likeness(TextsToCompare texts, Map<String, Vector> vectors, Scale scale) {
        Vector question = vectors.get(texts.question());
        Map<String, Map<String, Double>> toPoints = texts.points().stream()
                .collect(Collectors.toMap(point -> point, point -> {
                    Vector vector = vectors.get(point);
                    double asked = vector.cosine(question);
                    return each(texts, it -> scale.likeness(vector.cosine(vectors.get(it)), asked));
                }));
        return new Likeness(each(texts, it -> scale.likeness(question.cosine(vectors.get(it)))), toPoints);
    }

    private static Map<String, Double> each(TextsToCompare texts, ToDoubleFunction<String> likeness) {
        return texts.statements().stream().collect(Collectors.toMap(statement -> statement, likeness::applyAsDouble));
    }

    private static ProviderException unsuitable() {
        return new ProviderException(
                ProviderFailure.UNSUITABLE,
                "Expected a model that tells paraphrases from other texts, but it does not");
    }
}
