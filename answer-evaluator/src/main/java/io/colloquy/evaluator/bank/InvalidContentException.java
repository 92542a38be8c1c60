package io.colloquy.evaluator.bank;

import java.util.List;

/** A bank or rubric that cannot be used; names every offence at once. */
public final class InvalidContentException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** One line for each offence; each reads "Expected …, but …". */
    public InvalidContentException(List<String> offences) {
        super(String.join("\n", offences));
    }
}
