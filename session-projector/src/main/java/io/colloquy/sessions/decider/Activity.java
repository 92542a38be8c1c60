package io.colloquy.sessions.decider;

import io.colloquy.sessions.events.Event;

/** Which events show that the candidate is still there. */
final class Activity {
    private Activity() {}

    static boolean isActivity(Event event) {
        return switch (event) {
            case Event.SessionStarted it -> true;
            case Event.ConsentGiven it -> true;
            case Event.ConsentWithdrawn it -> true;
            case Event.QuestionsPlanned it -> true;
            case Event.QuestionAsked it -> true;
            case Event.AnswerAccepted it -> true;
            case Event.QuestionSkipped it -> true;
            case Event.SessionPaused it -> true;
            case Event.SessionResumed it -> true;
            case Event.AnswerScored it -> false;
            case Event.NotGradable it -> false;
            case Event.NeedsHuman it -> false;
            case Event.ScoreOverridden it -> false;
            case Event.AnswerLabelled it -> false;
            case Event.SessionCompleted it -> false;
            case Event.SessionCancelled it -> false;
            case Event.SessionExpired it -> false;
            case Event.SessionEvaluated it -> false;
            case Event.SessionErased it -> false;
            case Event.CommandRejected it -> false;
        };
    }
}
