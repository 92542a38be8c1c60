package io.colloquy.local;

import io.colloquy.events.EmotionPolicy;
import io.colloquy.ingest.identity.IdentitySeed;
import io.colloquy.ingest.identity.NewUser;
import io.colloquy.ingest.identity.OrganisationSettings;
import io.colloquy.platform.config.Secret;
import io.colloquy.platform.identity.Role;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The organisation and the people that a stack begins with: one user of each role, with a random password made at the first
 * start and kept among the secrets.
 *
 * <p>The organisation asks for emotion readings in practice sessions, so that there is something to see; in recruitment the
 * policy refuses them all the same.
 */
final class LocalUsers {
    private static final UUID ORGANISATION = id("organisation");
    private static final String DOMAIN = "@colloquy.local";
    private static final String SEEDED = "users-are-seeded";

    /** Names the organisation's chain of evaluators, as for the first administrator elsewhere. */
    static final String CHAIN = "COLLOQUY_SEED_PROVIDER_CHAIN";

    private final Secrets secrets;
    private final List<String> providerChain;

    /**
     * @param caller may name the chain of evaluators that the organisation begins with
     */
    LocalUsers(StackHome home, Map<String, String> caller) {
        this.secrets = new Secrets(home);
        this.providerChain = Arrays.stream(
                        caller.getOrDefault(CHAIN, "built-in-rubric").split(",", -1))
                .map(String::strip)
                .toList();
    }

    /** One for each role. */
    List<SignIn> signIns() {
        return Arrays.stream(Role.values())
                .map(role -> signIn(role, role.wireName()))
                .toList();
    }

    /** Creates them at the first start; later starts leave alone what an administrator may have changed. */
    void seed(IdentitySeed identities) {
        if (secrets.has(SEEDED)) {
            return;
        }
        identities.organisation(new OrganisationSettings(
                ORGANISATION,
                "Local organisation",
                EmotionPolicy.PRACTICE,
                true,
                Optional.empty(),
                providerChain,
                Duration.ofMinutes(30)));
        signIns().forEach(signIn -> create(identities, signIn));
        secrets.text(SEEDED, () -> "yes");
    }

    /** One more candidate of that number, so that several interviews can run at once. */
    SignIn candidate(IdentitySeed identities, int number) {
        SignIn signIn = signIn(Role.CANDIDATE, "candidate-" + number);
        create(identities, signIn);
        return signIn;
    }

    private SignIn signIn(Role role, String name) {
        return new SignIn(role, name + DOMAIN, secrets.password("user-" + name));
    }

    private static void create(IdentitySeed identities, SignIn signIn) {
        String name = signIn.email().replace(DOMAIN, "");
        identities.user(new NewUser(
                id(name),
                ORGANISATION,
                signIn.email(),
                name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1),
                signIn.role(),
                new Secret(signIn.password())));
    }

    private static UUID id(String name) {
        return UUID.nameUUIDFromBytes(("colloquy-local:" + name).getBytes(StandardCharsets.UTF_8));
    }
}
