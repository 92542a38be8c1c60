/**
 * The bare loops that the system is compared with. Each runs as a process of its own under the same options of Java as the
 * service, so that the processor time of both is read in the same way. The bench tells them when to begin and to end.
 */
package io.colloquy.bench.ceiling;
