package io.colloquy.ingest.sessions;

import java.util.Optional;

/** What a client asks for when it starts an interview; every field but the job's title may be missing. */
record StartRequest(
        String jobTitle,
        String jobDescription,
        String cvText,
        String candidateName,
        String interviewKind,
        String language,
        Integer questionCount,
        Boolean recruitment,
        String candidateRegion,
        String employerRegion,
        String bankId,
        Boolean adaptive) {
    InterviewSetup setup() {
        return InterviewSetup.of(fields(jobTitle));
    }

    /** What a guest may still say: what their link left open. */
    InterviewSetup setup(InterviewSetup link) {
        InterviewSetup own = InterviewSetup.of(fields(link.jobTitle()));
        return new InterviewSetup(
                link.jobTitle(),
                link.candidateName().or(own::candidateName),
                link.interviewKind(),
                link.language(),
                link.questionCount(),
                link.recruitment(),
                link.candidateRegion().or(own::candidateRegion),
                link.employerRegion(),
                link.bankId(),
                link.adaptive());
    }

    Optional<String> description() {
        return InterviewSetup.document(jobDescription, "job_description");
    }

    Optional<String> cv() {
        return InterviewSetup.document(cvText, "cv_text");
    }

    private InterviewSetup.Fields fields(String title) {
        return new InterviewSetup.Fields(
                title,
                candidateName,
                interviewKind,
                language,
                questionCount,
                recruitment,
                candidateRegion,
                employerRegion,
                bankId,
                adaptive);
    }
}
