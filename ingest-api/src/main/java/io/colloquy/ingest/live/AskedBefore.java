package io.colloquy.ingest.live;

import java.util.ArrayList;
import java.util.List;

/** How much of what a candidate was asked before goes into a command, and so into the event that a plan follows from. */
final class AskedBefore {
    /** Texts. */
    static final int MOST = 60;
    /** Characters of all texts together; all that a prompt would take, and far more than sixty questions have. */
    static final int LONGEST = 16_000;

    private AskedBefore() {}

    /** The first texts that fit. */
    static List<String> bounded(List<String> texts) {
        List<String> fitting = new ArrayList<>();
        int length = 0;
        for (String text : texts) {
            length += text.length();
            if (length > LONGEST || fitting.size() == MOST) {
                break;
            }
            fitting.add(text);
        }
        return List.copyOf(fitting);
    }
}
