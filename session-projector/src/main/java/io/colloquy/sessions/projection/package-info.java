/**
 * How topics are projected into a store that keeps its own position beside what it was told.
 *
 * <p>{@link io.colloquy.sessions.projection.ProjectionLoop} reads batches and hands them to a {@link
 * io.colloquy.sessions.projection.Projection}, which takes rows and position together or not at all; whatever fails, the loop
 * goes back to where the store says that it is. So a store holds the fold of the log, whatever is killed in between.
 */
package io.colloquy.sessions.projection;
