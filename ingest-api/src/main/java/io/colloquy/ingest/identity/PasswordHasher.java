package io.colloquy.ingest.identity;

import com.password4j.Argon2Function;
import com.password4j.Hash;
import com.password4j.Password;
import com.password4j.types.Argon2;
import io.colloquy.platform.http.Problem;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Argon2id with the parameters of OWASP's cheat sheet (19 MiB, 2 passes, 1 lane). At most two at a time, so that a flood of
 * sign-ins takes neither all memory nor all processors. Thread-safe.
 */
public final class PasswordHasher {
    private static final int AT_ONCE = 2;
    private static final long PATIENCE_SECONDS = 3;
    private static final int SALT_BYTES = 16;
    private static final Argon2Function ARGON = Argon2Function.getInstance(19_456, 2, 1, 32, Argon2.ID);

    private final Semaphore slots = new Semaphore(AT_ONCE);
    private final String nobodys;

    /** Makes the hash that an unknown user's password is compared with, so that both take the same time. */
    public PasswordHasher() {
        this.nobodys = hash("nobody has this password");
    }

    /** The encoded hash of a password, with a salt of its own. */
    public String hash(String password) {
        Hash hash = Password.hash(password).addRandomSalt(SALT_BYTES).with(ARGON);
        return hash.getResult();
    }

    /**
     * Whether a password belongs to an encoded hash.
     *
     * @throws Problem 503 when too many wait
     */
    public boolean matches(String password, String encoded) {
        return inSlot(() -> Password.check(password, encoded).with(Argon2Function.getInstanceFromHash(encoded)));
    }

    /** Takes the time of {@link #matches} and is never true: for users that do not exist. */
    public boolean matchesNobody(String password) {
        boolean ignored = matches(password, nobodys);
        return false;
    }

    private boolean inSlot(Supplier<Boolean> work) {
        try {
            if (!slots.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw Problem.unavailable("Expected to check the password now, but too many sign in at once");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.unavailable("Expected to check the password, but the service stops");
        }
        try {
            return work.get();
        } finally {
            slots.release();
        }
    }
}
