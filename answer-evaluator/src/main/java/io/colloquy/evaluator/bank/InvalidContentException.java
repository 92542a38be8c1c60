package io.colloquy.evaluator.bank;

import java.util.List;

/** A bank or rubric that cannot be used; names every offence at once. */
public final class InvalidContentException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> offences;

    /** One line for each offence; each reads "Expected …, but …". */
    public InvalidContentException(List<String> offences) {
        super(String.join("\n", offences));
        this.offences = List.copyOf(offences);
    }

    /** One by one. */
    public List<String> offences() {
        return offences;
    }
}
