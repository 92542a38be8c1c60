package io.colloquy.evaluator.providers;

import java.util.Optional;

/** Transcription behind a guard. Thread-safe. */
final class GuardedTranscription implements Transcription {
    private final Transcription provider;
    private final ProviderGuard guard;

    GuardedTranscription(Transcription provider, ProviderGuard guard) {
        this.provider = provider;
        this.guard = guard;
    }

    @Override
    public Heard transcribe(Recording recording, Optional<String> language) throws ProviderException {
        Heard heard = guard.call(
                recording.guessedSeconds(),
                () -> provider.transcribe(recording, language),
                it -> new Usage(seconds(it), it.costMicros()));
        guard.count(ProviderMetric.UNITS, "audio_seconds", seconds(heard));
        return heard;
    }

    private static long seconds(Heard heard) {
        return (long) Math.ceil(heard.seconds());
    }
}
