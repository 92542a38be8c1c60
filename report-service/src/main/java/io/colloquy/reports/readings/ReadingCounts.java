package io.colloquy.reports.readings;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a session's frames came out. Facts for a reader, never an input to a score.
 *
 * @param readings frames that were read
 * @param faces frames with at least one face
 * @param noFace frames read without any
 * @param severalFaces frames with more than one
 * @param blinks blinks that ended in one of them
 * @param notRead frames that were not read, by reason
 * @param lost how often the candidate's face was lost
 * @param lowQuality frames whose face could not be seen well
 */
public record ReadingCounts(
        long readings,
        long faces,
        long noFace,
        long severalFaces,
        long blinks,
        Map<String, Long> notRead,
        long lost,
        long lowQuality) {

    /** Counts a session's readings. */
    public static ReadingCounts of(Collection<Reading> all) {
        Map<String, Long> notRead = new TreeMap<>();
        long faces = 0;
        long noFace = 0;
        long several = 0;
        long blinks = 0;
        long lost = 0;
        long lowQuality = 0;
        for (Reading reading : all) {
            if (!reading.read()) {
                notRead.merge(reading.reason(), 1L, Long::sum);
                continue;
            }
            int seen = reading.faces() == null ? 0 : reading.faces();
            faces += seen > 0 ? 1 : 0;
            noFace += seen == 0 ? 1 : 0;
            several += seen > 1 ? 1 : 0;
            blinks += reading.blink() ? 1 : 0;
            lost += reading.lost() ? 1 : 0;
            lowQuality += reading.lowQuality() ? 1 : 0;
        }
        return new ReadingCounts(faces + noFace, faces, noFace, several, blinks, notRead, lost, lowQuality);
    }
}
