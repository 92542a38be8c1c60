package io.colloquy.evaluator.model;

import io.colloquy.evaluator.bank.ContentHash;
import io.colloquy.evaluator.bank.QuestionKind;
import io.colloquy.evaluator.planning.PlanRequest;
import io.colloquy.evaluator.suspicion.Screening;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The prompt for plans, a file with a version. With the session's first event, which has job and CV, and the nonce, which is
 * among the parameters of the plan, the same input can be made again.
 *
 * @param version named in every plan
 * @param hash SHA-256 over instructions and repair text, hex
 */
record PlanPrompt(String version, String hash, String instructions) {
    /** More of a CV or a job description is not read by any model. */
    static final int LONGEST_TEXT = 16_000;

    private static final Pattern LINE_BREAKS = Pattern.compile("\\s+");
    private static final String VERSION = "2";

    /** The prompt that comes with the service. */
    static PlanPrompt current() {
        String instructions = PromptFile.read("plan-questions.v2.txt");
        return new PlanPrompt(VERSION, ContentHash.sha256(instructions + PromptFile.repair()), instructions);
    }

    /** What instructs the model; nothing that people typed is in it. */
    String instructions(PlanRequest request, String nonce) {
        return instructions
                .replace("{nonce}", nonce)
                .replace("{language}", Locale.forLanguageTag(request.language()).toLanguageTag())
                .replace("{total}", Integer.toString(request.count() + request.reserves()))
                .replace("{kinds}", kinds(request));
    }

    private static String kinds(PlanRequest request) {
        Stream<String> asked = IntStream.range(1, request.count())
                .mapToObj(i -> "%d. %s".formatted(i + 1, request.interviewKind().kindAt(i - 1)));
        Stream<String> reserves = IntStream.range(0, request.reserves())
                .mapToObj(i -> "%d. %s, in reserve"
                        .formatted(
                                request.count() + i + 1, request.interviewKind().kindAt(i)));
        return Stream.of(Stream.of("1. " + QuestionKind.INTRODUCTION), asked, reserves)
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n"));
    }

    /** What people typed, each in its own block, and the questions of earlier interviews in theirs. */
    static String input(PlanRequest request, String nonce) {
        return DataBlock.of(nonce, "job", request.jobTitle())
                + request.jobDescription()
                        .map(text -> DataBlock.of(nonce, "job description", shortened(text)))
                        .orElse("")
                + request.person()
                        .cv()
                        .map(text -> DataBlock.of(nonce, "cv", shortened(text)))
                        .orElse("")
                + askedBefore(request.person().askedBefore(), nonce);
    }

    /** One question a line; one that seems to address a model, of whatever bank, is only held against the plan. */
    private static String askedBefore(List<String> questions, String nonce) {
        String lines = questions.stream()
                .map(text -> LINE_BREAKS.matcher(text).replaceAll(" "))
                .filter(text -> Screening.of(List.of(text)).isEmpty())
                .map(text -> "- " + text)
                .collect(Collectors.joining("\n"));
        return lines.isEmpty() ? "" : DataBlock.of(nonce, "asked before", shortened(lines));
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
    }
}
