/**
 * CVs and job descriptions as files: text comes out, and nothing is kept. What a PDF holds is read by a process of its own
 * ({@code extraction}), so that a hostile one ends that process and nothing else. Everything after the raw text is pure:
 * {@link io.colloquy.ingest.uploads.PlainText} and {@link io.colloquy.ingest.uploads.ReadableText}.
 */
package io.colloquy.ingest.uploads;
