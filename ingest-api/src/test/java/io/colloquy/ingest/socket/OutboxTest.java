package io.colloquy.ingest.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.colloquy.ingest.frames.FrameRefusal;
import io.colloquy.ingest.socket.StreamProgress.Ack;
import io.colloquy.ingest.socket.StreamProgress.Refused;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutboxTest {
    private final List<String> sent = new ArrayList<>();
    private final Deque<Runnable> done = new ArrayDeque<>();
    private final Deque<Runnable> broken = new ArrayDeque<>();
    private final Outbox outbox = new Outbox((text, onSent, onBroken) -> {
        sent.add(text);
        done.add(onSent);
        broken.add(onBroken);
    });

    @Test
    void shouldKeepOnlyTheLatestOfEachKindForASlowReader() {
        // given
        outbox.put(new ServerMessage.Pong());

        // when
        outbox.put(failure("first"));
        outbox.put(failure("second"));
        outbox.put(new ServerMessage.Superseded());
        drain();

        // then
        assertThat(sent).hasSize(3);
        assertThat(sent.get(1)).contains("second");
        assertThat(sent.get(2)).contains("superseded");
    }

    @Test
    void shouldLoseNoRefusalWhenAcknowledgementsMerge() {
        // given
        outbox.put(new ServerMessage.Pong());

        // when
        outbox.put(ack(3, new Refused(2, FrameRefusal.PAUSED)));
        outbox.put(ack(5, new Refused(5, FrameRefusal.NO_CONSENT)));
        drain();

        // then
        assertThat(sent)
                .last()
                .isEqualTo("{\"type\":\"ack\",\"stream\":\"s\",\"seq\":5,\"refused\":["
                        + "{\"seq\":2,\"reason\":\"PAUSED\"},{\"seq\":5,\"reason\":\"NO_CONSENT\"}]}");
    }

    @Test
    void shouldTellSinceWhenAMessageIsOnItsWay() {
        // when, then
        assertThat(outbox.busySince()).isEmpty();
        outbox.put(new ServerMessage.Pong());
        assertThat(outbox.busySince()).isPresent();
        done.poll().run();
        assertThat(outbox.busySince()).isEmpty();
    }

    @Test
    void shouldSendNothingMoreOverABrokenWire() {
        // given
        outbox.put(new ServerMessage.Pong());
        outbox.put(failure("waiting"));

        // when
        broken.poll().run();
        outbox.put(failure("later"));

        // then
        assertThat(sent).hasSize(1);
    }

    private void drain() {
        while (!done.isEmpty()) {
            done.poll().run();
        }
    }

    private static ServerMessage failure(String message) {
        return new ServerMessage.Failure("CODE", message, null);
    }

    private static ServerMessage ack(long seq, Refused refused) {
        return new ServerMessage.Acknowledged("s", new Ack(seq, List.of(refused)));
    }
}
