package io.colloquy.evaluator.bank;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;

/**
 * What is found wrong with a file. A megabyte can be wrong in a million ways, and nobody reads on after a thousand: there the
 * reading ends, before the list takes more memory than anything else.
 */
final class Offences extends AbstractList<String> {
    private static final int MOST = 1_000;

    private final List<String> found = new ArrayList<>();

    /** @throws InvalidContentException with all of them, when these are many */
    @Override
    public boolean add(String offence) {
        found.add(offence);
        if (found.size() >= MOST) {
            throw new InvalidContentException(found);
        }
        return true;
    }

    @Override
    public String get(int index) {
        return found.get(index);
    }

    @Override
    public int size() {
        return found.size();
    }
}
