package io.colloquy.local;

import io.colloquy.platform.identity.Role;

/** Somebody who can sign in to this stack. */
public record SignIn(Role role, String email, String password) {
    @Override
    public String toString() {
        return "SignIn[" + email + "]";
    }
}
