package hk.qos.simulator.market;

import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The quotes, trades and bars of every instrument at every time; the same seed gives the same market. Times are
 * milliseconds since the epoch. Thread-safe.
 */
public final class Market {
    private static final int MAX_TRADES_AT_ONCE = 1000;
    private static final long MAX_SILENCE_MILLIS = 60_000;

    private final Catalogue catalogue;
    private final Hours hours;
    private final int slots;
    private final Clock clock;
    private final Map<String, Tape> tapes = new ConcurrentHashMap<>();
    private final Map<String, ScriptedInstrument> scripts = new ConcurrentHashMap<>();
    private final AtomicLong pushing = new AtomicLong(Long.MIN_VALUE);

    /**
     * @param catalogue the instruments
     * @param hours the trading hours
     * @param tradesPerMinute the number of trades in each minute
     * @param clock the clock of scripted trades
     */
    public Market(Catalogue catalogue, Hours hours, int tradesPerMinute, Clock clock) {
        this.clock = clock;
        this.catalogue = catalogue;
        this.hours = hours;
        this.slots = Math.max(4, tradesPerMinute);
    }

    /** The instrument with this canonical code, or null. */
    public @Nullable Instrument instrument(String code) {
        ScriptedInstrument script = scripts.get(code);
        return script == null ? catalogue.instrument(code) : script.instrument();
    }

    /** The codes of all instruments of the catalogue. */
    public List<String> codes() {
        return catalogue.codes();
    }

    /**
     * Replaces an instrument by a script; further calls return the same script. An instrument that is not in the
     * catalogue exists until {@link #clearScripts()}.
     *
     * @param code in canonical spelling
     * @throws IllegalArgumentException if its market is unknown; the message names it
     */
    public ScriptedInstrument script(String code) {
        return scripts.computeIfAbsent(code, missing -> {
            Instrument listed = catalogue.instrument(missing);
            return new ScriptedInstrument(
                    listed == null ? catalogue.unlisted(missing) : listed, hours, clock, pushing::get);
        });
    }

    /**
     * Pushes are made now, of whatever is subscribed: a scripted trade that comes later has a later time, so that the next
     * pushes have it, also of an instrument that is subscribed meanwhile.
     */
    public void pushing(long millis) {
        pushing.accumulateAndGet(millis, Math::max);
    }

    /** Removes all scripts; every instrument follows the seed again. */
    public void clearScripts() {
        scripts.clear();
    }

    /** The instrument's state, or null before its first trade. */
    public @Nullable Quote quote(Instrument instrument, long millis) {
        ScriptedInstrument script = scripts.get(instrument.code());
        if (script != null) {
            return script.quote();
        }
        Tape tape = tape(instrument);
        Position last = tape.at(millis);
        if (last == null) {
            return null;
        }
        Session regular = tape.latest(SessionKind.REGULAR, last);
        if (regular == null) {
            return null;
        }
        Position day = regular == last.session() ? last : tape.end(regular);
        return new Quote(
                last.price(),
                last.millis() / 1000,
                last.session().kind(),
                day.soFar(),
                tape.whole(tape.days().before(regular.day()), SessionKind.REGULAR)
                        .close(),
                day.turnover() * instrument.moneyPerUnitTick(),
                false,
                others(tape, last, instrument));
    }

    /** The latest trades, oldest first. */
    public List<Tick> trades(Instrument instrument, int count, long millis) {
        ScriptedInstrument script = scripts.get(instrument.code());
        if (script != null) {
            return script.latest(count);
        }
        return ticks(tape(instrument).latest(count, millis));
    }

    /**
     * The trades after {@code after} up to and including {@code to}, oldest first; only the latest if there are very
     * many.
     */
    public List<Tick> tradesBetween(Instrument instrument, long after, long millis) {
        ScriptedInstrument script = scripts.get(instrument.code());
        if (script != null) {
            return script.between(after, millis);
        }
        return ticks(tape(instrument).between(after, millis, MAX_TRADES_AT_ONCE));
    }

    /** The order book, or null before the first trade. */
    public @Nullable Book book(Instrument instrument, long millis) {
        ScriptedInstrument script = scripts.get(instrument.code());
        if (script != null) {
            return script.book();
        }
        Position last = tape(instrument).at(millis);
        return last == null ? null : book(instrument, last);
    }

    /** The latest bars that start at or before a second, oldest first, including the forming one. */
    public List<Bar> bars(
            Instrument instrument, BarLength length, int count, boolean adjusted, long upToSecond, long millis) {
        ScriptedInstrument script = scripts.get(instrument.code());
        if (script != null) {
            return script.bars(length, count, upToSecond);
        }
        return new BarSeries(tape(instrument), instrument, adjusted, millis).upTo(upToSecond, length, count);
    }

    /** Whether the instrument trades; while it does, every minute has trades. */
    public boolean isOpen(Instrument instrument, long millis) {
        if (scripts.containsKey(instrument.code())) {
            return true;
        }
        Position last = tape(instrument).at(millis);
        return last != null && millis - last.millis() <= MAX_SILENCE_MILLIS;
    }

    private Tape tape(Instrument instrument) {
        return tapes.computeIfAbsent(instrument.code(), code -> new Tape(instrument, hours, slots));
    }

    private static Map<SessionKind, Quote.SessionFigures> others(Tape tape, Position last, Instrument instrument) {
        Map<SessionKind, Quote.SessionFigures> others = new EnumMap<>(SessionKind.class);
        for (SessionKind kind : tape.days().kinds()) {
            Session session = kind == SessionKind.REGULAR ? null : tape.latest(kind, last);
            boolean today = session != null && session.day() == last.session().day();
            if (session != null && (today || kind == SessionKind.AFTER_HOURS)) {
                Position position = session == last.session() ? last : tape.end(session);
                long closed = kind == SessionKind.AFTER_HOURS
                        ? session.day()
                        : tape.days().before(session.day());
                others.put(
                        kind,
                        new Quote.SessionFigures(
                                position.soFar(),
                                tape.whole(closed, SessionKind.REGULAR).close(),
                                position.millis() / 1000,
                                position.turnover() * instrument.moneyPerUnitTick()));
            }
        }
        return others;
    }

    private static List<Tick> ticks(List<Position> positions) {
        List<Tick> ticks = new ArrayList<>(positions.size());
        for (Position p : positions) {
            ticks.add(new Tick(
                    p.price(),
                    p.minute().units(p.trade()),
                    p.millis() / 1000,
                    p.minute().direction(p.trade())));
        }
        return ticks;
    }

    /** The last trade's price is the best ask if the buyer took it, else the best bid. */
    private static Book book(Instrument instrument, Position last) {
        long key = last.minute().key(last.trade());
        long bid = last.minute().direction(last.trade()) == 1 ? last.price() - 1 : last.price();
        List<Book.Level> bids = new ArrayList<>();
        List<Book.Level> asks = new ArrayList<>();
        for (int i = 0; i < instrument.rules().levels(); i++) {
            if (bid - i > 0) {
                bids.add(new Book.Level(bid - i, depth(instrument, Noise.mix(key, i))));
            }
            asks.add(new Book.Level(bid + 1 + i, depth(instrument, Noise.mix(key, ~i))));
        }
        return new Book(bids, asks, last.millis() / 1000);
    }

    /** Some levels are empty, as in the vendor's data. */
    private static long depth(Instrument instrument, long key) {
        if (Noise.unit(key + 1) < 0.02) {
            return 0;
        }
        return 1 + (long) (instrument.dailyUnits() / 5000.0 * Noise.unit(key));
    }
}
