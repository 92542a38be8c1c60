package io.colloquy.ingest.socket;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.colloquy.platform.json.Json;
import io.colloquy.schemas.live.ReadingsSnapshot;
import io.colloquy.schemas.live.SessionSnapshot;
import java.util.List;

/** What the server says over a socket. */
public sealed interface ServerMessage {

    /** The wire name. */
    String type();

    /** Messages of one kind replace each other while the reader is slow. */
    default String kind() {
        return type();
    }

    /** As JSON text. */
    default String json() {
        return Json.write(this);
    }

    /** Answers hello. */
    record Welcome(String type, String stream, long settled, int window) implements ServerMessage {
        Welcome(String stream, long settled) {
            this("welcome", stream, settled, StreamProgress.WINDOW);
        }
    }

    /** Everything up to {@code seq} is settled. */
    record Acknowledged(String type, String stream, long seq, List<StreamProgress.Refused> refused)
            implements ServerMessage {
        Acknowledged(String stream, StreamProgress.Ack ack) {
            this("ack", stream, ack.seq(), ack.refused());
        }
    }

    /** The session as it is now. */
    record Session(String type, SessionSnapshot data) implements ServerMessage {
        Session(SessionSnapshot data) {
            this("session", data);
        }
    }

    /** Another question is current; null after the last one. */
    record Question(String type, SessionSnapshot.CurrentQuestion data) implements ServerMessage {
        Question(SessionSnapshot.CurrentQuestion data) {
            this("question", data);
        }
    }

    /** An answer is settled. */
    record Score(String type, ScoreData data) implements ServerMessage {
        Score(ScoreData data) {
            this("score", data);
        }

        @Override
        public String kind() {
            return "score/" + data.questionId();
        }
    }

    /** What became of an answer. */
    record ScoreData(String questionId, String outcome, Double overall, String provider, String model) {}

    /** What was seen last. */
    record EmotionUpdate(String type, ReadingsSnapshot data) implements ServerMessage {
        EmotionUpdate(ReadingsSnapshot data) {
            this("emotion_update", data);
        }
    }

    /** Answers ping. */
    record Pong(String type) implements ServerMessage {
        Pong() {
            this("pong");
        }
    }

    /** A newer tab has taken over. */
    record Superseded(String type) implements ServerMessage {
        Superseded() {
            this("superseded");
        }
    }

    /** Something was wrong with what the client sent. */
    record Failure(
            String type,
            String code,
            String message,
            @JsonInclude(JsonInclude.Include.NON_NULL) Long seq) implements ServerMessage {
        Failure(String code, String message, Long seq) {
            this("error", code, message, seq);
        }
    }
}
