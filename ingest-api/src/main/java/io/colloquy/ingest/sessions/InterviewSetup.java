package io.colloquy.ingest.sessions;

import io.colloquy.platform.http.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What an interview is about, checked and with defaults.
 *
 * @param jobTitle 1 to 200 characters
 * @param candidateName for the report
 * @param interviewKind mixed, technical or behavioural
 * @param language BCP 47
 * @param questionCount 1 to 20
 * @param recruitment whether anybody's employment depends on it; yes unless said otherwise
 * @param candidateRegion ISO 3166; unknown counts as EU
 * @param employerRegion ISO 3166; unknown counts as EU
 * @param bankId which of the organisation's question banks to plan from; its default unless said otherwise
 * @param adaptive whether the next question follows from how the answers went; yes unless said otherwise
 */
public record InterviewSetup(
        String jobTitle,
        Optional<String> candidateName,
        String interviewKind,
        String language,
        int questionCount,
        boolean recruitment,
        Optional<String> candidateRegion,
        Optional<String> employerRegion,
        Optional<String> bankId,
        boolean adaptive) {

    private static final int MAX_LINE = 200;
    private static final int MAX_DOCUMENT = 100_000;
    private static final int DEFAULT_QUESTIONS = 5;
    private static final int MOST_QUESTIONS = 20;
    private static final Set<String> KINDS = Set.of("mixed", "technical", "behavioural");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}");
    private static final Pattern BANK = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
    private static final Pattern REGION = Pattern.compile("[A-Z]{2}(-[A-Z0-9]{1,3})?");

    /** As it comes in: every field may be missing. */
    public record Fields(
            String jobTitle,
            String candidateName,
            String interviewKind,
            String language,
            Integer questionCount,
            Boolean recruitment,
            String candidateRegion,
            String employerRegion,
            String bankId,
            Boolean adaptive) {}

    /**
     * Checks fields and fills in defaults.
     *
     * @throws Problem 400 with every offence at once
     */
    public static InterviewSetup of(Fields fields) {
        InterviewSetup setup = new InterviewSetup(
                text(fields.jobTitle()).orElse(""),
                text(fields.candidateName()),
                text(fields.interviewKind()).orElse("mixed"),
                text(fields.language()).orElse("en"),
                fields.questionCount() == null ? DEFAULT_QUESTIONS : fields.questionCount(),
                fields.recruitment() == null || fields.recruitment(),
                text(fields.candidateRegion()),
                text(fields.employerRegion()),
                text(fields.bankId()),
                fields.adaptive() == null || fields.adaptive());
        List<String> offences = setup.offences();
        if (!offences.isEmpty()) {
            throw Problem.invalidRequest(String.join("; ", offences));
        }
        return setup;
    }

    /**
     * A text of pages, such as a CV; empty when there is none.
     *
     * @throws Problem 400 when it is too long
     */
    public static Optional<String> document(String value, String name) {
        if (value != null && value.length() > MAX_DOCUMENT) {
            throw Problem.invalidRequest(
                    "Expected %s of at most %d characters, but it is longer".formatted(name, MAX_DOCUMENT));
        }
        return Optional.ofNullable(value).filter(it -> !it.isBlank());
    }

    /** As fields again. */
    public Fields fields() {
        return new Fields(
                jobTitle,
                candidateName.orElse(null),
                interviewKind,
                language,
                questionCount,
                recruitment,
                candidateRegion.orElse(null),
                employerRegion.orElse(null),
                bankId.orElse(null),
                adaptive);
    }

    /** The same without the name, which is personal. */
    public InterviewSetup withName(Optional<String> name) {
        return new InterviewSetup(
                jobTitle,
                name,
                interviewKind,
                language,
                questionCount,
                recruitment,
                candidateRegion,
                employerRegion,
                bankId,
                adaptive);
    }

    private List<String> offences() {
        List<String> offences = new ArrayList<>();
        check(offences, !jobTitle.isEmpty() && jobTitle.length() <= MAX_LINE, "job_title of 1 to 200 characters");
        check(
                offences,
                candidateName.map(String::length).orElse(0) <= MAX_LINE,
                "candidate_name of at most 200 characters");
        check(offences, KINDS.contains(interviewKind), "interview_kind mixed, technical or behavioural");
        check(offences, LANGUAGE.matcher(language).matches(), "language as a BCP 47 tag");
        check(offences, questionCount >= 1 && questionCount <= MOST_QUESTIONS, "question_count from 1 to 20");
        check(offences, isRegion(candidateRegion), "candidate_region as an ISO 3166 code");
        check(offences, isRegion(employerRegion), "employer_region as an ISO 3166 code");
        check(
                offences,
                bankId.map(it -> BANK.matcher(it).matches()).orElse(true),
                "bank_id as the id of a question bank");
        return offences;
    }

    private static void check(List<String> offences, boolean holds, String expected) {
        if (!holds) {
            offences.add("Expected " + expected + ", but it is not");
        }
    }

    private static boolean isRegion(Optional<String> region) {
        return region.map(code -> REGION.matcher(code).matches()).orElse(true);
    }

    private static Optional<String> text(String field) {
        return Optional.ofNullable(field).map(String::strip).filter(it -> !it.isEmpty());
    }
}
