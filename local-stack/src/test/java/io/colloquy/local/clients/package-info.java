/**
 * Clients that we have not written, on our public contract: what a data team would use works as it comes from its registry.
 *
 * <p>They run as scripts of {@code src/test/node}, in a process of their own, and know only addresses.
 *
 * <p>The tests are skipped where there is no Node; in CI that is a failure.
 */
package io.colloquy.local.clients;
