package io.colloquy.bench.ceiling;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A loop that the bench begins and ends over standard input, and asks how far it is. */
abstract class BareLoop {
    static final String BEGIN = "begin";
    static final String DONE = "done";
    static final String END = "end";

    /** What the bench reads begins with this; everything else on standard output is chatter. */
    static final String ANSWER = "=";

    abstract void begin(List<String> arguments);

    abstract long done();

    abstract void end();

    /** Obeys until standard input ends, with the bench or before. */
    @SuppressWarnings("SystemOut") // This is how the bench listens.
    final void serve() throws IOException {
        PrintStream out = System.out;
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        out.println(ANSWER + "ready");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            List<String> words = List.of(line.split(" ", -1));
            switch (words.getFirst()) {
                case BEGIN -> begin(words.subList(1, words.size()));
                case END -> end();
                default -> {}
            }
            out.println(ANSWER + done());
        }
    }
}
