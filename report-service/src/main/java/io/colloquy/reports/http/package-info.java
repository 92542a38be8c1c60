/**
 * What endpoints share: paths, parameters and server-sent events.
 *
 * <p>{@link io.colloquy.reports.http.EventStreams} runs each stream on its request's virtual thread and ends them all at a
 * stop. Nothing here knows of interviews.
 */
package io.colloquy.reports.http;
