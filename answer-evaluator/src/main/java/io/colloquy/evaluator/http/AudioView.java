package io.colloquy.evaluator.http;

import io.colloquy.evaluator.providers.AudioKind;
import io.colloquy.evaluator.providers.Heard;
import io.colloquy.evaluator.providers.ProviderChain.Answered;
import io.colloquy.evaluator.providers.ProviderChain.Fallback;
import java.util.Arrays;
import java.util.List;

/** What the audio endpoints say in JSON. */
final class AudioView {
    private AudioView() {}

    /**
     * What there is for the caller's organisation; null what there is not.
     */
    record Offer(TranscriptionOffer transcription, SpeechOffer speech) {}

    /** @param poorBelow a transcript of less confidence that is left as it is will not be graded */
    record TranscriptionOffer(List<String> providers, List<String> types, int mostBytes, double poorBelow) {}

    record SpeechOffer(List<String> providers, int mostCharacters) {}

    /** @param duration seconds of audio */
    record Transcribed(
            String text,
            Double confidence,
            String language,
            String provider,
            String model,
            double duration,
            List<Fallback> fallbacks) {
        static Transcribed of(Answered<Heard> answered) {
            Heard heard = answered.result();
            return new Transcribed(
                    heard.text(),
                    heard.confidence().orElse(null),
                    heard.language().orElse(null),
                    answered.provider(),
                    heard.model(),
                    heard.seconds(),
                    answered.fallbacks());
        }
    }

    static List<String> types() {
        return Arrays.stream(AudioKind.values()).map(AudioKind::mediaType).toList();
    }
}
