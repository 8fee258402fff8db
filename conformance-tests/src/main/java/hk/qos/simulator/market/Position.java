package hk.qos.simulator.market;

/**
 * The last trade at a given time.
 *
 * @param session in which it was made
 * @param index of its minute in the session
 * @param minute its minute
 * @param trade its number in the minute
 */
record Position(Session session, int index, Minute minute, int trade) {
    long millis() {
        return minute.millis(trade);
    }

    long price() {
        return minute.price(trade);
    }

    /** The session up to and including this trade, as one bar. */
    Bar soFar() {
        Bar now = minute.through(trade);
        return index == 0
                ? now.from(session.whole().start())
                : session.firstMinutes(index).and(now);
    }

    /** The session's turnover so far, in ticks times units. */
    double turnover() {
        double before = session.turnover(index);
        return before + (session.turnover(index + 1) - before) * minute.share(trade);
    }

    boolean isLastOfSession() {
        return index == session.minutes() - 1 && trade == minute.count() - 1;
    }
}
