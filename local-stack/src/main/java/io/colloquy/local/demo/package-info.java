/**
 * A candidate made of code: signs in, consents, streams frames and answers through the public API, as a browser does.
 *
 * <p>It knows nothing that a browser does not know, survives what a browser has to survive (lost connections, restarted
 * services, pending commands), and counts only what the public API says. The demo shows it; fault tests drive it.
 */
package io.colloquy.local.demo;
