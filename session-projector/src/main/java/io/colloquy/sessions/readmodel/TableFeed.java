package io.colloquy.sessions.readmodel;

import io.colloquy.sessions.projection.Batch;
import io.colloquy.sessions.projection.TopicReader.Poison;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/** What one topic feeds. */
interface TableFeed {

    /** What a batch makes of the tables; nothing is written yet. */
    Work prepare(Batch batch);

    /**
     * A batch, read.
     *
     * @param poison records that could not be read
     * @param rows writes what the others say; called within the transaction that moves the position
     */
    record Work(List<Poison> poison, Consumer<Handle> rows) {
        public Work {
            poison = List.copyOf(poison);
        }
    }
}
