package io.colloquy.evaluator.meaning;

import io.colloquy.evaluator.bank.ContentHash;
import io.colloquy.evaluator.providers.Vector;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Vectors of questions and points by the hash of their text, the least recently used leave first. Answers are never kept.
 * Thread-safe.
 */
final class KnownVectors {
    /** 4 MB with 1,024 numbers each. */
    private static final int MOST = 1_000;

    private final Map<String, Vector> byHash = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Vector> eldest) {
            return size() > MOST;
        }
    };

    synchronized Optional<Vector> find(String text) {
        return Optional.ofNullable(byHash.get(ContentHash.sha256(text)));
    }

    synchronized void put(String text, Vector vector) {
        byHash.put(ContentHash.sha256(text), vector);
    }
}
