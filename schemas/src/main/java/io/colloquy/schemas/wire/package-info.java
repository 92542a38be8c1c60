/**
 * Bytes on the topics: the Confluent wire format and the headers beside it.
 *
 * <p>A value is 0x00, a 4-byte schema id and an Avro body. What cannot be read is either poison, unknown to this version,
 * or waiting for a registry; each has an exception of its own because each has another fate.
 */
package io.colloquy.schemas.wire;
