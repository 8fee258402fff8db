package hk.qos.simulator.market;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All trades of one instrument, indexed by time. */
final class Tape {
    private static final long TRADING_DAYS_BACK = 10;

    /** A session of a day. */
    record SessionId(long day, SessionKind kind) {}

    /** A minute of a session. */
    record MinuteId(SessionId session, int index) {}

    private final Instrument instrument;
    private final TradingDays days;
    private final DayFigures figures;
    private final int slots;
    private final ResultCache<SessionId, Session> sessions = new ResultCache<>(24);
    private final ResultCache<MinuteId, Minute> minutes = new ResultCache<>(24);

    /** @param slots the number of trades in a minute */
    Tape(Instrument instrument, Hours hours, int slots) {
        this.instrument = instrument;
        this.days = new TradingDays(instrument, hours);
        this.figures = new DayFigures(instrument, days);
        this.slots = slots;
    }

    TradingDays days() {
        return days;
    }

    /** The bar of a session, in constant time. */
    Bar whole(long day, SessionKind kind) {
        return figures.session(day, kind, leastUnits() * 2 * Session.minutes(days.stretches(day, kind)));
    }

    Session session(long day, SessionKind kind) {
        return sessions.get(new SessionId(day, kind), this::make);
    }

    /** The last trade at or before a time, or null. */
    @Nullable
    Position at(long millis) {
        long second = Math.floorDiv(millis, 1000);
        long day = days.of(second);
        long earliest = day - TRADING_DAYS_BACK;
        for (long d = day; d > earliest; d--) {
            if (!days.trades(d)) {
                continue;
            }
            List<SessionKind> kinds = days.kinds();
            for (int i = kinds.size() - 1; i >= 0; i--) {
                if (days.stretches(d, kinds.get(i)).get(0)[0] <= second) {
                    Session session = session(d, kinds.get(i));
                    int index = session.minuteAt(second);
                    Minute minute = minute(session, index);
                    return new Position(session, index, minute, minute.at(millis));
                }
            }
        }
        return null;
    }

    /** The last trade of a finished session. */
    Position end(Session session) {
        int index = session.minutes() - 1;
        Minute minute = minute(session, index);
        return new Position(session, index, minute, minute.count() - 1);
    }

    /** The current session if it has this kind, else the last finished one of this kind; null if there is none. */
    @Nullable
    Session latest(SessionKind kind, Position position) {
        if (kind == position.session().kind()) {
            return position.session();
        }
        long day = position.session().day();
        if (kind.compareTo(position.session().kind()) > 0) {
            day = days.before(day);
        }
        return days.trades(day) ? session(day, kind) : null;
    }

    /** The previous trade, or null. */
    @Nullable
    Position before(Position position) {
        if (position.trade() > 0) {
            return new Position(position.session(), position.index(), position.minute(), position.trade() - 1);
        }
        if (position.index() > 0) {
            Minute minute = minute(position.session(), position.index() - 1);
            return new Position(position.session(), position.index() - 1, minute, minute.count() - 1);
        }
        return at(position.session().start() * 1000 - 1);
    }

    /** The latest trades at or before a time, oldest first. */
    List<Position> latest(int count, long millis) {
        List<Position> found = new ArrayList<>();
        for (Position p = at(millis); p != null && found.size() < count; p = before(p)) {
            found.add(p);
        }
        Collections.reverse(found);
        return found;
    }

    /** The latest trades of an interval, oldest first, up to a limit. */
    List<Position> between(long after, long to, int most) {
        List<Position> found = new ArrayList<>();
        for (Position p = at(to); p != null && p.millis() > after && found.size() < most; p = before(p)) {
            found.add(p);
        }
        Collections.reverse(found);
        return found;
    }

    private Session make(SessionId id) {
        List<long[]> stretches = days.stretches(id.day(), id.kind());
        return new Session(instrument, id.day(), id.kind(), whole(id.day(), id.kind()), stretches, leastUnits());
    }

    private Minute minute(Session session, int index) {
        MinuteId id = new MinuteId(new SessionId(session.day(), session.kind()), index);
        return minutes.get(id, i -> new Minute(session, index, slots));
    }

    /** Enough for the trades of a minute, unless the rate is very high. */
    private long leastUnits() {
        return Math.max(4, Math.min(slots, 600));
    }
}
