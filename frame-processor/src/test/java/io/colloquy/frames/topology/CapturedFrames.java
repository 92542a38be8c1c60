package io.colloquy.frames.topology;

import io.colloquy.events.CapturedFrame;
import io.colloquy.events.FrameCaptured;
import io.colloquy.frames.consent.SessionEvents;
import io.colloquy.platform.ids.Ids;
import io.colloquy.platform.sealing.Sealer;
import io.colloquy.platform.sealing.Subject;
import io.colloquy.schemas.PersonalContent;
import java.time.Instant;

/** Frames as ingest writes them; the pictures are none. */
final class CapturedFrames {
    static final String STREAM = "018f0000-0000-7000-8000-0000000000bb";

    private final Sealer sealer;

    CapturedFrames(Sealer sealer) {
        this.sealer = sealer;
    }

    CapturedFrame frame(String session, long seq, long consentSeq, Instant at) {
        Subject subject = new Subject(SessionEvents.ORGANISATION, session);
        return CapturedFrame.newBuilder()
                .setEventId(Ids.next().toString())
                .setSessionId(session)
                .setOrganisationId(SessionEvents.ORGANISATION)
                .setSeq(0)
                .setOccurredAt(at)
                .setCorrelationId("test")
                .setPayload(FrameCaptured.newBuilder()
                        .setStream(STREAM)
                        .setFrameSeq(seq)
                        .setCapturedAt(at)
                        .setReceivedAt(at)
                        .setConsentSeq(consentSeq)
                        .setImage(sealer.seal(subject, PersonalContent.IMAGE, new byte[] {1, 2, 3}))
                        .build())
                .build();
    }
}
