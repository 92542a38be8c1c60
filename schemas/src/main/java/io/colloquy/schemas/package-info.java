/**
 * The public contract: which topics there are, what they carry and who owns them.
 *
 * <p>Everything that travels between services is declared here and nowhere else; the generated Avro classes live in
 * {@code io.colloquy.events}. No behaviour: whoever decides, scores or shows anything does it elsewhere.
 */
package io.colloquy.schemas;
