package io.colloquy.ingest.identity;

import io.colloquy.platform.database.Database;
import java.util.Locale;
import java.util.Optional;

/** Checks e-mail and password. Takes the same time whether the user exists or not. Thread-safe. */
public final class SignIn {
    private static final int MAX_PASSWORD_CHARS = 256;

    private final Accounts accounts;
    private final PasswordHasher passwords;
    private final RefreshFamilies families;

    /** @param families where a new sign-in opens its family of refresh tokens */
    public SignIn(Database database, PasswordHasher passwords, RefreshFamilies families) {
        this.accounts = new Accounts(database);
        this.passwords = passwords;
        this.families = families;
    }

    /** Lets somebody in; empty when e-mail and password do not belong together. */
    public Optional<SignedIn> with(String email, String password) {
        if (password.length() > MAX_PASSWORD_CHARS) {
            return Optional.empty();
        }
        Optional<Account> account = accounts.byEmail(normal(email)).filter(Account::active);
        boolean in = account.isPresent()
                ? passwords.matches(password, account.get().passwordHash())
                : passwords.matchesNobody(password);
        return in ? account.map(it -> families.open(it.principal())) : Optional.empty();
    }

    /** An e-mail as it is kept. */
    public static String normal(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }
}
