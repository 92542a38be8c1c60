package io.colloquy.ingest.identity;

import io.colloquy.platform.identity.Principal;
import java.time.Instant;

/**
 * Somebody who is in.
 *
 * @param principal as the access token says
 * @param refreshToken for the cookie
 * @param refreshUntil when the family of refresh tokens ends
 */
public record SignedIn(Principal principal, RandomToken refreshToken, Instant refreshUntil) {}
