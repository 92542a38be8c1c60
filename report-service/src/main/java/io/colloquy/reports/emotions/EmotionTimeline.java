package io.colloquy.reports.emotions;

import com.fasterxml.jackson.databind.JsonNode;
import io.colloquy.platform.json.Json;
import io.colloquy.reports.rows.Columns;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * A session's expressions and frames in equal spans of time, summed up by Postgres. Spans begin at whole multiples of their
 * length, so that the same frame is in the same span whenever it is asked for; spans without a frame are left out, because
 * capture times are the browser's word and may lie years apart.
 */
final class EmotionTimeline {
    private static final String BUCKETS = """
            with frames as (
                select date_bin(make_interval(secs => :seconds), captured_at, timestamptz 'epoch') as bucket, faces, blink, reason
                from readmodel.frame_readings
                where session_id = :session and captured_at >= :after and (:faces or reason is not null)
            ), seen as (
                select bucket,
                       count(*) filter (where reason is null) as readings,
                       count(*) filter (where faces > 0) as with_face,
                       count(*) filter (where reason is null and coalesce(faces, 0) = 0) as no_face,
                       count(*) filter (where faces > 1) as several,
                       count(*) filter (where blink) as blinks
                from frames group by bucket
            ), skipped as (
                select bucket, jsonb_object_agg(reason, frame_count) as not_read
                from (select bucket, reason, count(*) as frame_count
                      from frames where reason is not null group by bucket, reason) as by_reason
                group by bucket
            ), means as (
                select date_bin(make_interval(secs => :seconds), captured_at, timestamptz 'epoch') as bucket,
                       place, avg(probability) as mean, avg(smooth) as smooth_mean, count(*) as emotions
                from readmodel.emotion_readings,
                     unnest(probabilities, smoothed) with ordinality as value (probability, smooth, place)
                where session_id = :session and captured_at >= :after
                group by bucket, place
            ), expressed as (
                select bucket, max(emotions) as emotions,
                       array_agg(cast(mean as real) order by place) as probabilities,
                       array_agg(cast(smooth_mean as real) order by place) as smoothed
                from means group by bucket
            )
            select bucket, coalesce(readings, 0) as readings, coalesce(with_face, 0) as with_face,
                   coalesce(no_face, 0) as no_face, coalesce(several, 0) as several, coalesce(blinks, 0) as blinks,
                   not_read, coalesce(emotions, 0) as emotions, probabilities, smoothed
            from seen full join skipped using (bucket) full join expressed using (bucket)
            order by bucket limit :limit
            """;

    /** The reasons for which the frame-processor leaves frames out under overload. */
    private static final Set<String> SKIPPED = Set.of("SKIPPED_OVERLOAD", "TOO_OLD");

    private EmotionTimeline() {}

    /**
     * One span.
     *
     * @param from its start
     * @param emotions frames with an expression
     * @param probabilities means by label; null where there is none
     * @param smoothed the same of the smoothed ones
     * @param readings frames that were read; null, as the next four, where the session has no face signals
     * @param faces frames with at least one face
     * @param noFace frames read without any
     * @param severalFaces frames with more than one
     * @param blinks blinks that ended in it
     * @param skipped frames left out so that newer ones could be read; they are in {@code notRead} too
     * @param notRead frames that were not read, by reason
     */
    record Bucket(
            Instant from,
            long emotions,
            Map<String, Float> probabilities,
            Map<String, Float> smoothed,
            Long readings,
            Long faces,
            Long noFace,
            Long severalFaces,
            Long blinks,
            long skipped,
            Map<String, Long> notRead) {}

    /**
     * What is asked for.
     *
     * @param width of a span, whole seconds
     * @param after no span that begins earlier
     * @param faceSignals whether the session has them
     * @param limit most spans
     */
    record Span(Duration width, Instant after, boolean faceSignals, int limit) {}

    /** The session's spans in order; row-level security holds. */
    static List<Bucket> of(Handle handle, String sessionId, Span span) {
        return handle.createQuery(BUCKETS)
                .bind("session", UUID.fromString(sessionId))
                .bind("seconds", span.width().toSeconds())
                .bind("after", OffsetDateTime.ofInstant(span.after(), ZoneOffset.UTC))
                .bind("faces", span.faceSignals())
                .bind("limit", span.limit())
                .map((row, context) -> bucket(row, span.faceSignals()))
                .list();
    }

    private static Bucket bucket(ResultSet row, boolean faceSignals) throws SQLException {
        Map<String, Long> notRead = reasons(row.getString("not_read"));
        return new Bucket(
                Columns.instant(row, "bucket"),
                row.getLong("emotions"),
                means(row.getArray("probabilities")),
                means(row.getArray("smoothed")),
                faceSignals ? row.getLong("readings") : null,
                faceSignals ? row.getLong("with_face") : null,
                faceSignals ? row.getLong("no_face") : null,
                faceSignals ? row.getLong("several") : null,
                faceSignals ? row.getLong("blinks") : null,
                SKIPPED.stream()
                        .mapToLong(reason -> notRead.getOrDefault(reason, 0L))
                        .sum(),
                notRead);
    }

    private static Map<String, Float> means(Array means) throws SQLException {
        return means == null ? null : EmotionReadingView.labelled((Float[]) means.getArray());
    }

    private static Map<String, Long> reasons(String json) {
        Map<String, Long> reasons = new TreeMap<>();
        if (json != null) {
            Json.read(json, JsonNode.class)
                    .properties()
                    .forEach(reason ->
                            reasons.put(reason.getKey(), reason.getValue().asLong()));
        }
        return reasons;
    }
}
