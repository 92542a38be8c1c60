package io.colloquy.evaluator.model;

/** What people typed, between delimiters that they cannot know. */
final class DataBlock {
    private DataBlock() {}

    static String of(String nonce, String name, String content) {
        return "[BEGIN %s %s]\n%s\n[END %s %s]\n".formatted(nonce, name, content, nonce, name);
    }
}
