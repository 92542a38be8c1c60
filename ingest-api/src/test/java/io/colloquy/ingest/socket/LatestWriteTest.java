package io.colloquy.ingest.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

final class LatestWriteTest {
    private final List<Long> written = new ArrayList<>();
    private final List<CompletableFuture<String>> underWay = new ArrayList<>();
    private final LatestWrite writes = new LatestWrite(-1, number -> {
        written.add(number);
        underWay.add(new CompletableFuture<>());
        return underWay.getLast();
    });

    @Test
    void shouldWriteTheHighestThatCameWhileOneWasUnderWay() {
        // given
        writes.put(0);
        writes.put(1);
        writes.put(5);
        writes.put(3);

        // when
        underWay.getFirst().complete("OK");

        // then
        assertThat(written).containsExactly(0L, 5L);
    }

    @Test
    void shouldWriteTheNextAtOnceWhenNoneIsUnderWay() {
        // given
        writes.put(0);
        underWay.getFirst().complete("OK");

        // when
        writes.put(1);

        // then
        assertThat(written).containsExactly(0L, 1L);
    }

    @Test
    void shouldGoOnAfterAFailure() {
        // given
        writes.put(0);
        writes.put(1);

        // when
        underWay.getFirst().completeExceptionally(new IllegalStateException());

        // then
        assertThat(written).containsExactly(0L, 1L);
    }

    @Test
    void shouldNotWriteWhatIsNotNew() {
        // given
        writes.put(2);
        underWay.getFirst().complete("OK");

        // when
        writes.put(2);

        // then
        assertThat(written).containsExactly(2L);
    }
}
