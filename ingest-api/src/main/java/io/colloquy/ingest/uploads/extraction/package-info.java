/**
 * What runs in the process that reads one PDF: a main class, the reading itself, and the form of what comes back. It gets the
 * file on standard input, answers on standard output, and knows nothing of the service. All limits that can be kept inside are
 * kept here; time and memory are kept from outside.
 */
package io.colloquy.ingest.uploads.extraction;
