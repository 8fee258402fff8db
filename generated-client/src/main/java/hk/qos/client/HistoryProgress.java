package hk.qos.client;

import hk.qos.stream.internal.check.Checks;

/**
 * How far a walk through the history has come, after a page.
 *
 * @param requests the answers so far
 * @param bars the bars of these answers, over all instruments
 * @param fraction the part of the range that has come, 0 to 1; a range that begins before an instrument was listed ends early
 * @param undecodable the elements of these answers that could not be decoded, and are left out
 */
public record HistoryProgress(long requests, long bars, double fraction, long undecodable) {

    /** @throws IllegalArgumentException if a component is out of range */
    public HistoryProgress {
        Checks.range("requests", requests, 0, Long.MAX_VALUE);
        Checks.range("bars", bars, 0, Long.MAX_VALUE);
        Checks.range("undecodable", undecodable, 0, Long.MAX_VALUE);
        if (!(fraction >= 0 && fraction <= 1)) {
            throw new IllegalArgumentException("fraction must be 0 to 1: " + fraction);
        }
    }
}
