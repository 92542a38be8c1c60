/**
 * Starting and stopping. A service is one {@code AutoCloseable}: {@link io.colloquy.platform.lifecycle.ServiceMain} runs it
 * as a process, tests and the local stack hold it as an object.
 */
package io.colloquy.platform.lifecycle;
