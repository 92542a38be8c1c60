package io.colloquy.reports.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.colloquy.events.ConsentGiven;
import io.colloquy.events.SessionEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventChainTest {
    private static final int LENGTH = 6;

    private final List<DecodedEvent> events = new ArrayList<>(Histories.of(LENGTH));

    @Test
    void shouldVerifyWhatWasWritten() {
        var verification = verify();

        assertThat(verification.verified()).isTrue();
        assertThat(verification.length()).isEqualTo(LENGTH);
        assertThat(verification.head()).matches("[0-9a-f]{64}");
        assertThat(verification.brokenAt()).isNull();
    }

    @Test
    void shouldVerifyASessionWithoutEvents() {
        assertThat(EventChain.verify(Histories.SESSION, List.of(), 0).verified())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void shouldFindAnEdit(int seq) {
        SessionEvent original = events.get(seq - 1).event();
        byte[] previous = seq == 1 ? null : original.getPrevHash().array();
        SessionEvent forged =
                Histories.event(Histories.SESSION, seq, previous, new ConsentGiven(seq % 2 != 0, "forged"));
        events.set(seq - 1, Histories.decoded(seq, Histories.bytes(forged)));

        var verification = verify();

        assertThat(verification.verified()).isFalse();
        assertThat(verification.brokenAt()).isEqualTo(seq + 1L);
    }

    @Test
    void shouldTellByItsHeadThatTheLastEventWasEdited() {
        String before = verify().head();
        byte[] previous = events.getLast().event().getPrevHash().array();
        SessionEvent forged = Histories.event(Histories.SESSION, LENGTH, previous, new ConsentGiven(true, "forged"));
        events.set(LENGTH - 1, Histories.decoded(LENGTH, Histories.bytes(forged)));

        assertThat(verify().head()).isNotEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void shouldFindADeletion(int seq) {
        events.remove(seq - 1);

        var verification = verify();

        assertThat(verification.verified()).isFalse();
        assertThat(verification.brokenAt()).isEqualTo(seq);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 5})
    void shouldFindADeletionThatWasRenumbered(int seq) {
        events.remove(seq - 1);
        for (int i = seq - 1; i < events.size(); i++) {
            events.set(i, Histories.decoded(i + 1L, events.get(i).stored().value()));
        }

        assertThat(EventChain.verify(Histories.SESSION, events, LENGTH - 1).verified())
                .isFalse();
    }

    @Test
    void shouldFindAChangedOrder() {
        Collections.swap(events, 2, 3);

        assertThat(verify().brokenAt()).isEqualTo(3);
    }

    @Test
    void shouldFindAnInsertion() {
        SessionEvent inserted = Histories.event(
                Histories.SESSION, 3, events.get(2).event().getPrevHash().array(), new ConsentGiven(true, "inserted"));
        events.add(2, Histories.decoded(3, Histories.bytes(inserted)));

        assertThat(verify().brokenAt()).isEqualTo(4);
    }

    @Test
    void shouldFindACutOffEnd() {
        events.removeLast();

        var verification = verify();

        assertThat(verification.verified()).isFalse();
        assertThat(verification.brokenAt()).isEqualTo(LENGTH);
    }

    @Test
    void shouldFindAnEventOfAnotherSession() {
        SessionEvent foreign = Histories.event(
                "018f0000-0000-7000-8000-000000000002",
                2,
                events.get(1).event().getPrevHash().array(),
                new ConsentGiven(true, "1"));
        events.set(1, Histories.decoded(2, Histories.bytes(foreign)));

        assertThat(verify().brokenAt()).isEqualTo(2);
    }

    @Test
    void shouldFindBytesThatAreNoEventAnyMore() {
        events.set(3, new DecodedEvent(new StoredEvent(4, new byte[] {1, 2, 3}), null));

        assertThat(verify().brokenAt()).isEqualTo(4);
    }

    private EventChain.Verification verify() {
        return EventChain.verify(Histories.SESSION, events, LENGTH);
    }
}
