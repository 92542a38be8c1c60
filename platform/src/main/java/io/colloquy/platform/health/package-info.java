/**
 * Liveness and readiness. A service is ready only when everything that it registered says so. Served under
 * {@code /health}.
 */
package io.colloquy.platform.health;
