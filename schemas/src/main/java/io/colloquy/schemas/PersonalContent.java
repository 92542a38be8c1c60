package io.colloquy.schemas;

/**
 * Kinds of personal content. Part of what content is sealed with, so that, for example, a name cannot be passed off as an
 * answer.
 */
public final class PersonalContent {
    /** The candidate's name. */
    public static final String CANDIDATE_NAME = "candidate_name";
    /** Text of the job description. */
    public static final String JOB_DESCRIPTION = "job_description";
    /** Text of the CV. */
    public static final String CV = "cv";
    /** Text of an answer. */
    public static final String ANSWER = "answer";
    /** What a spoken answer was heard as. */
    public static final String TRANSCRIPT = "transcript";
    /** A quote from an answer. */
    public static final String EVIDENCE = "evidence";
    /** Why a dimension got its score. */
    public static final String RATIONALE = "rationale";
    /** Feedback to the candidate. */
    public static final String FEEDBACK = "feedback";
    /** Why a human gave another score. */
    public static final String OVERRIDE_REASON = "override_reason";
    /** Why a human gave an answer a label. */
    public static final String LABEL_NOTE = "label_note";
    /** JPEG bytes of a frame. */
    public static final String IMAGE = "image";

    private PersonalContent() {}
}
