/**
 * The pages in a real browser, on the whole platform: what a candidate and a reviewer see and do.
 *
 * <p>Each test runs a script of {@code src/test/node} that drives Chromium and fails on any page error, violation of the
 * content policy or failed request that the scenario has not foreseen; then it asks the public API what has come of it.
 *
 * <p>Pictures of every step on a desktop and on a phone lie in {@code target/screenshots}.
 */
package io.colloquy.local.browser;
