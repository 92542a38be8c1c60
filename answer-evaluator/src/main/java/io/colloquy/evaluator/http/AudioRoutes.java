package io.colloquy.evaluator.http;

import io.colloquy.evaluator.http.AudioView.Offer;
import io.colloquy.evaluator.http.AudioView.SpeechOffer;
import io.colloquy.evaluator.http.AudioView.Transcribed;
import io.colloquy.evaluator.http.AudioView.TranscriptionOffer;
import io.colloquy.evaluator.providers.Capability;
import io.colloquy.evaluator.providers.ProviderChain;
import io.colloquy.evaluator.providers.ProviderChain.Answered;
import io.colloquy.evaluator.providers.ProviderChain.NobodyException;
import io.colloquy.evaluator.providers.Recording;
import io.colloquy.evaluator.providers.Speech;
import io.colloquy.evaluator.providers.Spoken;
import io.colloquy.evaluator.providers.Transcription;
import io.colloquy.evaluator.rubric.PoorTranscript;
import io.colloquy.platform.http.HttpService;
import io.colloquy.platform.http.Problem;
import io.colloquy.platform.identity.Guard;
import io.colloquy.platform.identity.Principal;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Speech to text and text to speech, for everybody who is signed in. Audio and texts are passed on to a provider and kept
 * nowhere: neither stored nor logged. Every answer names who gave it.
 */
public final class AudioRoutes {
    static final int MOST_CHARACTERS = 4_000;

    private static final int BYTES_IN_MEMORY = 64 << 20;
    private static final int BYTES_OF_SPEECH = 8 << 20;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String RETRY_SECONDS = "5";
    private static final Pattern LANGUAGE = Pattern.compile("([A-Za-z]{2,3})(-[A-Za-z0-9]{1,8}){0,3}");

    private final Guard guard;
    private final Map<String, Transcription> transcription;
    private final Map<String, Speech> speech;
    private final AudioChains chains;
    private final AudioDesk desk = new AudioDesk(BYTES_IN_MEMORY, PATIENCE);

    record SpeechRequest(String text, String language) {}

    /**
     * Behind this guard.
     *
     * @param transcription providers in order; may be none
     * @param speech likewise
     * @param chains whom each organisation wants
     */
    public AudioRoutes(
            Guard guard, Map<String, Transcription> transcription, Map<String, Speech> speech, AudioChains chains) {
        this.guard = guard;
        this.transcription = transcription;
        this.speech = speech;
        this.chains = chains;
    }

    /** Adds the routes. */
    public void addTo(JavalinConfig javalin) {
        javalin.routes.get("/api/v1/audio", this::offer);
        javalin.routes.post("/api/v1/audio/stt", this::transcribe);
        javalin.routes.post("/api/v1/audio/tts", this::speak);
    }

    private void offer(Context context) {
        Principal caller = guard.principal(context);
        List<String> hearing = names(caller, Capability.TRANSCRIPTION, transcription);
        List<String> speaking = names(caller, Capability.SPEECH, speech);
        context.header("Cache-Control", "no-store")
                .json(new Offer(
                        hearing.isEmpty()
                                ? null
                                : new TranscriptionOffer(
                                        hearing, AudioView.types(), AudioBody.MOST_BYTES, PoorTranscript.BELOW),
                        speaking.isEmpty() ? null : new SpeechOffer(speaking, MOST_CHARACTERS)));
    }

    private void transcribe(Context context) throws Exception {
        Principal caller = guard.principal(context);
        List<String> names = required(caller, Capability.TRANSCRIPTION, transcription);
        Optional<String> language = language(context.queryParam("language"));
        Transcribed transcribed = atDesk(context, caller, AudioBody.declared(context), () -> {
            Recording recording = AudioBody.read(context);
            return Transcribed.of(answered(
                    Capability.TRANSCRIPTION,
                    () -> new ProviderChain<>(transcription)
                            .call(names, provider -> provider.transcribe(recording, language))));
        });
        context.header("Cache-Control", "no-store").json(transcribed);
    }

    private void speak(Context context) throws Exception {
        Principal caller = guard.principal(context);
        List<String> names = required(caller, Capability.SPEECH, speech);
        SpeechRequest request = HttpService.body(context, SpeechRequest.class);
        Optional<String> language = language(request.language());
        String text = Optional.ofNullable(request.text()).orElse("").strip();
        if (text.isEmpty() || text.length() > MOST_CHARACTERS) {
            throw Problem.invalidRequest(
                    "Expected a text of 1 to %d characters, but it is not".formatted(MOST_CHARACTERS));
        }
        Answered<Spoken> answered = atDesk(
                context,
                caller,
                BYTES_OF_SPEECH,
                () -> answered(
                        Capability.SPEECH,
                        () -> new ProviderChain<>(speech).call(names, provider -> provider.speak(text, language))));
        Spoken spoken = answered.result();
        context.header("Cache-Control", "no-store")
                .header("X-Provider", answered.provider())
                .header("X-Provider-Model", headerValue(spoken.model()))
                .header(
                        "X-Provider-Fallbacks",
                        answered.fallbacks().stream()
                                .map(fallback -> fallback.provider() + "=" + fallback.reason())
                                .collect(Collectors.joining(", ")))
                .contentType(spoken.kind().mediaType())
                .result(spoken.bytes());
    }

    private <T> T atDesk(Context context, Principal caller, int bytes, java.util.concurrent.Callable<T> work)
            throws Exception {
        try {
            return desk.serve(caller.userId(), bytes, work);
        } catch (Problem problem) {
            if (problem.status() == 429 || problem.status() == 503) {
                context.header("Retry-After", RETRY_SECONDS);
            }
            throw problem;
        }
    }

    @FunctionalInterface
    private interface Asking<R> {
        Answered<R> ask() throws NobodyException, InterruptedException;
    }

    private static <R> Answered<R> answered(Capability capability, Asking<R> asking) throws InterruptedException {
        try {
            return asking.ask();
        } catch (NobodyException e) {
            throw (e.refused() ? AudioProblem.refused(capability) : AudioProblem.unavailable(capability))
                    .with("fallbacks", e.fallbacks());
        }
    }

    private List<String> required(Principal caller, Capability capability, Map<String, ?> configured) {
        List<String> names = names(caller, capability, configured);
        if (names.isEmpty()) {
            throw AudioProblem.notConfigured(capability);
        }
        return names;
    }

    /** An organisation that names nobody who is there has nobody: its choice is not overruled. */
    private List<String> names(Principal caller, Capability capability, Map<String, ?> configured) {
        List<String> wanted =
                chains.of(caller.organisationId(), capability).orElseGet(() -> List.copyOf(configured.keySet()));
        return wanted.stream().anyMatch(configured::containsKey) ? wanted : List.of();
    }

    /** Providers of OpenAI's protocol take ISO 639-1 alone. */
    private static Optional<String> language(String tag) {
        Optional<String> given = Optional.ofNullable(tag).filter(Predicate.not(String::isBlank));
        if (given.isPresent() && !LANGUAGE.matcher(given.get()).matches()) {
            throw Problem.invalidRequest("Expected language to be BCP 47, but it is not");
        }
        return given.map(it -> it.split("-", 2)[0].toLowerCase(java.util.Locale.ROOT));
    }

    private static String headerValue(String model) {
        return model.replaceAll("[^\\x21-\\x7e]", "_");
    }
}
