package io.colloquy.frames.vision;

/** Why the bytes of a frame cannot be looked at. The names are stable: they stand in {@code frame-readings}. */
public enum Unreadable {
    /** Something else than a JPEG, for example a PNG or nothing at all. */
    NOT_A_JPEG,
    /** A JPEG that ends too early. */
    TRUNCATED,
    /** A larger file than the limits allow. */
    TOO_MANY_BYTES,
    /** More pixels, or a longer side, than the limits allow; refused before it is decoded. */
    TOO_MANY_PIXELS,
    /** Too few pixels to hold a face. */
    TOO_SMALL,
    /** A kind of JPEG that cameras do not write: lossless, hierarchical or arithmetic. */
    UNSUPPORTED_JPEG,
    /** It looked like a JPEG, but the decoder could not make a picture of it. */
    UNDECODABLE
}
