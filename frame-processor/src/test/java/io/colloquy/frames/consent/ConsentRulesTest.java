package io.colloquy.frames.consent;

import static org.assertj.core.api.Assertions.assertThat;

import io.colloquy.events.EmotionPolicy;
import io.colloquy.events.Policy;
import io.colloquy.events.SessionEvent;
import io.colloquy.frames.consent.Admission.Admitted;
import io.colloquy.frames.consent.Admission.NotYetKnown;
import io.colloquy.frames.consent.Admission.Refusal;
import io.colloquy.frames.consent.Admission.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsentRulesTest {
    private static final String SESSION = "s";

    @Test
    void shouldAdmitUnderConsentToVideo() {
        Permission permission = fold(
                SessionEvents.started(SESSION, EmotionPolicy.PRACTICE, true),
                SessionEvents.consented(SESSION, 2, true));

        Admission admission = ConsentRules.admit(Optional.of(permission), 2);

        assertThat(admission).isEqualTo(new Admitted(true, true));
    }

    @Test
    void shouldRefuseConsentWithoutVideo() {
        Permission permission = fold(
                SessionEvents.started(SESSION, EmotionPolicy.PRACTICE, true),
                SessionEvents.consented(SESSION, 2, false));

        Admission admission = ConsentRules.admit(Optional.of(permission), 2);

        assertThat(admission).isEqualTo(new Refused(Refusal.NO_CONSENT));
    }

    @Test
    void shouldNotDecideBeforeTheConsentIsKnown() {
        Permission permission = fold(SessionEvents.started(SESSION, EmotionPolicy.OFF, true));

        assertThat(ConsentRules.admit(Optional.of(permission), 2)).isInstanceOf(NotYetKnown.class);
        assertThat(ConsentRules.admit(Optional.empty(), 2)).isInstanceOf(NotYetKnown.class);
    }

    @Test
    void shouldRefuseFramesOfAnEarlierConsent() {
        Permission permission = fold(
                SessionEvents.started(SESSION, EmotionPolicy.OFF, true),
                SessionEvents.consented(SESSION, 2, true),
                SessionEvents.withdrawn(SESSION, 3),
                SessionEvents.consented(SESSION, 4, true));

        assertThat(ConsentRules.admit(Optional.of(permission), 2)).isEqualTo(new Refused(Refusal.NO_CONSENT));
        assertThat(ConsentRules.admit(Optional.of(permission), 4)).isEqualTo(new Admitted(false, true));
    }

    @Test
    void shouldReadNothingWhereThePolicyWantsNothing() {
        Permission permission = fold(
                SessionEvents.started(SESSION, EmotionPolicy.OFF, false), SessionEvents.consented(SESSION, 2, true));

        assertThat(ConsentRules.admit(Optional.of(permission), 2)).isEqualTo(new Refused(Refusal.POLICY_OFF));
    }

    @ParameterizedTest(name = "{0}, recruitment {1}, candidate {2}, employer {3}: {4}")
    @CsvSource({
        "REVIEWER, true,  US, US, true",
        "REVIEWER, true,  DE, US, false",
        "REVIEWER, false, US, DE, false",
        "REVIEWER, false,   , US, false",
        "PRACTICE, true,  DE, DE, false",
        "PRACTICE, false, DE, DE, true",
    })
    void shouldReadNoEmotionAgainstTheLawWhateverTheEventSays(
            EmotionPolicy emotion, boolean recruitment, String candidate, String employer, boolean lawful) {
        Permission permission = fold(
                SessionEvents.started(SESSION, 1, new Policy(emotion, emotion, true, recruitment, candidate, employer)),
                SessionEvents.consented(SESSION, 2, true));

        assertThat(ConsentRules.admit(Optional.of(permission), 2)).isEqualTo(new Admitted(lawful, true));
    }

    @Test
    void shouldTakeThePolicyOnceAndNotFromALaterEvent() {
        Permission permission = fold(
                SessionEvents.started(SESSION, EmotionPolicy.OFF, false),
                SessionEvents.consented(SESSION, 2, true),
                SessionEvents.started(
                        SESSION,
                        3,
                        new Policy(EmotionPolicy.REVIEWER, EmotionPolicy.REVIEWER, true, false, "US", "US")));

        assertThat(ConsentRules.admit(Optional.of(permission), 2)).isEqualTo(new Refused(Refusal.POLICY_OFF));
    }

    @Test
    void shouldRefuseAfterErasure() {
        Permission permission = fold(
                SessionEvents.started(SESSION, EmotionPolicy.PRACTICE, true),
                SessionEvents.consented(SESSION, 2, true),
                SessionEvents.erased(SESSION, 3));

        assertThat(ConsentRules.admit(Optional.of(permission), 2)).isEqualTo(new Refused(Refusal.ERASED));
    }

    @Test
    void shouldProcessNothingOutsideConsentInTenThousandInterleavings() {
        int admitted = 0;
        for (int seed = 0; seed < 10_000; seed++) {
            admitted += admittedInOneInterleaving(new Random(seed), seed);
        }

        assertThat(admitted).as("frames admitted over all interleavings").isGreaterThan(2_000);
    }

    /** Consent changes at random; frames refer to any consent there ever was, and are read at any later time. */
    private static int admittedInOneInterleaving(Random random, int seed) {
        List<SessionEvent> log = new ArrayList<>();
        log.add(SessionEvents.started(SESSION, EmotionPolicy.PRACTICE, true));
        Optional<Permission> known = Optional.empty();
        int read = 0;
        int admitted = 0;
        for (int step = 0; step < 40; step++) {
            switch (random.nextInt(5)) {
                case 0 -> log.add(SessionEvents.consented(SESSION, log.size() + 1, random.nextBoolean()));
                case 1 -> log.add(SessionEvents.withdrawn(SESSION, log.size() + 1));
                case 2 -> {
                    for (int left = random.nextInt(log.size() - read + 1); left > 0; left--) {
                        known = Optional.of(ConsentRules.evolve(known, log.get(read++)));
                    }
                }
                default -> {
                    // What ingest saw in force, or anything at all: forged, stale, not yet read.
                    long consentSeq = random.nextBoolean() ? consentInForce(log) : random.nextInt(log.size() + 2);
                    if (ConsentRules.admit(known, consentSeq) instanceof Admitted) {
                        admitted++;
                        assertThat(consentSeq)
                                .as("seed %d, step %d: admitted under the consent in force", seed, step)
                                .isEqualTo(consentInForce(log.subList(0, read)));
                    }
                }
            }
        }
        return admitted;
    }

    /** Written apart from the rules on purpose: the last choice counts, and only if it was for video. */
    private static long consentInForce(List<SessionEvent> log) {
        long inForce = -1;
        for (SessionEvent event : log) {
            if (event.getPayload() instanceof io.colloquy.events.ConsentGiven given) {
                inForce = given.getVideo() ? event.getSeq() : -1;
            } else if (event.getPayload() instanceof io.colloquy.events.ConsentWithdrawn) {
                inForce = -1;
            }
        }
        return inForce;
    }

    private static Permission fold(SessionEvent... events) {
        Optional<Permission> permission = Optional.empty();
        for (SessionEvent event : events) {
            permission = Optional.of(ConsentRules.evolve(permission, event));
        }
        return permission.orElseThrow();
    }
}
