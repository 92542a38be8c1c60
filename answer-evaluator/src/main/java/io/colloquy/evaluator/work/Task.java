package io.colloquy.evaluator.work;

import io.colloquy.events.AcceptedAnswer;
import io.colloquy.events.AnswerToEvaluate;
import io.colloquy.events.SessionEvent;

/** Something to be done about a session, as it came in; personal content in it is still sealed. */
public sealed interface Task {
    /** The same for the same input, however often it is read. */
    String id();

    /** The session, also the key of the outcome. */
    String sessionId();

    /**
     * Plan the questions of a session.
     *
     * @param event carries SessionStarted
     */
    record PlanQuestions(SessionEvent event) implements Task {
        @Override
        public String id() {
            return "plan/" + event.getSessionId();
        }

        @Override
        public String sessionId() {
            return event.getSessionId();
        }
    }

    /**
     * Evaluate an answer.
     *
     * @param event carries AnswerToEvaluate
     */
    record EvaluateAnswer(AcceptedAnswer event) implements Task {
        @Override
        public String id() {
            return "evaluation/" + answer().getAnswerId();
        }

        @Override
        public String sessionId() {
            return event.getSessionId();
        }

        /** What is to be evaluated. */
        public AnswerToEvaluate answer() {
            return (AnswerToEvaluate) event.getPayload();
        }
    }
}
