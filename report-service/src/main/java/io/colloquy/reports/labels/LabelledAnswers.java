package io.colloquy.reports.labels;

import io.colloquy.platform.database.Database;
import io.colloquy.reports.labels.LabelQueries.AnswerKey;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * An organisation's labelled answers, those that were labelled last first, read a few at a time: neither memory nor a
 * connection is held for the rest while somebody takes them slowly. Which ones is settled once; an answer whose content goes
 * meanwhile is left out.
 */
final class LabelledAnswers {
    private static final int AT_ONCE = 100;

    private LabelledAnswers() {}

    /** At most so many. */
    static Stream<LabelledAnswer> newest(Database database, String organisationId, int limit) {
        List<AnswerKey> keys = database.inOrganisation(organisationId, handle -> LabelQueries.newest(handle, limit));
        return IntStream.range(0, Math.ceilDiv(keys.size(), AT_ONCE))
                .mapToObj(piece -> keys.subList(piece * AT_ONCE, Math.min((piece + 1) * AT_ONCE, keys.size())))
                .flatMap(some ->
                        database
                                .inOrganisation(organisationId, handle -> LabelQueries.labelled(handle, some))
                                .stream());
    }
}
