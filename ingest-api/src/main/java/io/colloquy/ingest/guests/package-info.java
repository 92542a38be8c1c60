/**
 * Guest links: an interview for somebody without an account, once, for a limited time. The link fixes what the interview is
 * about and which session it may become, so that nothing has to be looked up to know a guest's rights.
 */
package io.colloquy.ingest.guests;
