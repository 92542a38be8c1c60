package io.colloquy.evaluator.planning;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.colloquy.evaluator.text.Language;
import io.colloquy.evaluator.text.Phrases;
import io.colloquy.evaluator.text.Token;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What nobody may be asked about in a job interview, with words and phrases by language that give a topic away. It errs on the
 * side of the candidate: a harmless question with such a word is not asked either.
 */
public final class ForbiddenTopics {
    private static final Map<String, Map<String, Phrases>> BY_TOPIC = read();

    private ForbiddenTopics() {}

    /** The names of the topics. */
    public static Set<String> names() {
        return BY_TOPIC.keySet();
    }

    /** The topics that a text touches, in order; empty in a language without a list. */
    public static List<String> in(String text, Language language) {
        List<Token> tokens = language.tokens(text);
        return BY_TOPIC.entrySet().stream()
                .filter(topic -> topic.getValue().containsKey(language.code())
                        && topic.getValue().get(language.code()).occurIn(tokens))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private static Map<String, Map<String, Phrases>> read() {
        try (InputStream content = ForbiddenTopics.class.getResourceAsStream("forbidden-topics.json")) {
            Map<String, Map<String, List<String>>> lists = JsonMapper.builder()
                    .build()
                    .readValue(
                            Objects.requireNonNull(
                                    content, "Expected a list of topics on the class path, but it is missing"),
                            new TypeReference<>() {});
            return lists.entrySet().stream()
                    .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, topic -> phrases(topic.getValue())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Phrases> phrases(Map<String, List<String>> byLanguage) {
        return byLanguage.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, list -> new Phrases(list.getValue())));
    }
}
