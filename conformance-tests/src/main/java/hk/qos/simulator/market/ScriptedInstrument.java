package hk.qos.simulator.market;

import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * An instrument whose trades, books and bars a test defines. It has no other data: a snapshot exists after the first
 * trade or bar. All answers and pushes derive from this data and agree: a trade updates the last price, the best bid or
 * ask, the day's figures, and the forming bar of each length. It trades at any hour. Thread-safe.
 *
 * <p>Prices and volumes are decimals such as {@code "187.50"}. The client receives them as last written, with trailing
 * zeros. Prices are above zero with at most 8 decimals, volumes zero or more with at most 6; any other value causes an
 * {@link IllegalArgumentException} that names it.
 */
public final class ScriptedInstrument {
    private static final int MAX_TRADES = 10_000;

    private record Trade(long millis, Tick tick) {}

    private final ScriptedDecimals prices;
    private final ScriptedDecimals volumes;
    private final Instrument instrument;
    private final long tick;
    private final Clock clock;
    private final LongSupplier pushing;
    private final ScriptedBars bars;
    private final List<Trade> trades = new ArrayList<>();
    private final Map<SessionKind, Quote.SessionFigures> noSessions = new EnumMap<>(SessionKind.class);
    private @Nullable Book book;
    private @Nullable Long previousClose;
    private @Nullable Long suspendedAt;
    private double turnover;
    private long turnoverDay = Long.MIN_VALUE;
    private long pushedUpTo = Long.MIN_VALUE;

    /**
     * @param like the instrument without the script
     * @param pushing the time of the newest pushes of any instrument, in milliseconds since the epoch
     */
    ScriptedInstrument(Instrument like, Hours hours, Clock clock, LongSupplier pushing) {
        this.prices = ScriptedDecimals.prices(like.code());
        this.volumes = ScriptedDecimals.volumes(like.code());
        this.instrument = like.in(prices, volumes);
        this.tick = Math.round(like.prices().size() / prices.size());
        this.clock = clock;
        this.pushing = pushing;
        this.bars = new ScriptedBars(instrument, new TradingDays(instrument, hours));
    }

    /** The code in canonical spelling. */
    public String code() {
        return instrument.code();
    }

    Instrument instrument() {
        return instrument;
    }

    /** Adds a trade of the market's smallest volume at this price, now. */
    public ScriptedInstrument price(String price) {
        return trade(price, instrument.rules().volumeUnit().toPlainString(), Side.UNKNOWN);
    }

    /** Adds a trade, now. Each subscriber receives it once. */
    public ScriptedInstrument trade(String price, String volume, Side side) {
        long ticks = prices.readPositive(price);
        long units = volumes.read(volume);
        synchronized (this) {
            // Pushes up to these times are already sent; a trade at or before them would never be pushed.
            long millis = Math.max(clock.millis(), Math.max(pushedUpTo, pushing.getAsLong()) + 1);
            trades.add(new Trade(millis, new Tick(ticks, units, millis / 1000, side.wire())));
            if (trades.size() > MAX_TRADES) {
                trades.remove(0);
            }
            bars.trade(millis / 1000, ticks, units);
            addTurnover(bars.day(millis / 1000), (double) ticks * units);
            book = null;
            suspendedAt = null;
        }
        return this;
    }

    /**
     * Suspends trading until the next trade. The last price is {@link #previousClose}, or the last trade's if that is
     * not set; the day has no other figures, and the book is empty.
     */
    public ScriptedInstrument suspend() {
        synchronized (this) {
            suspendedAt = clock.millis() / 1000;
            book = new Book(List.of(), List.of(), suspendedAt);
        }
        return this;
    }

    /**
     * Sets the order book, best prices first, until the next trade. By default the best bid or ask is the last trade's
     * price.
     *
     * @throws IllegalArgumentException if the prices are not in order, or there are more levels than the market has
     */
    public ScriptedInstrument book(List<PriceLevel> bids, List<PriceLevel> asks) {
        List<Book.Level> below = levels("bids", bids, -1);
        List<Book.Level> above = levels("asks", asks, 1);
        if (!below.isEmpty()
                && !above.isEmpty()
                && below.get(0).price() >= above.get(0).price()) {
            throw new IllegalArgumentException(
                    code() + ": the best bid " + bids.get(0).price() + " is not below the best ask "
                            + asks.get(0).price());
        }
        synchronized (this) {
            book = new Book(below, above, clock.millis() / 1000);
        }
        return this;
    }

    /**
     * Replaces the bars of one length, oldest first; further trades continue the last one.
     *
     * @throws IllegalArgumentException if they are not oldest first, or more than 1,000
     */
    public ScriptedInstrument bars(BarLength length, List<ScriptedBar> given) {
        List<Bar> read = new ArrayList<>();
        for (ScriptedBar bar : given) {
            read.add(bar(bar));
        }
        synchronized (this) {
            bars.set(length, read);
            if (length.equals(BarLength.DAY) && !read.isEmpty()) {
                Bar last = read.get(read.size() - 1);
                turnoverDay = bars.day(last.start());
                turnover = (double) last.close() * last.units();
            }
        }
        return this;
    }

    /** Sets the previous close. The default is that of the daily bar before the last, else the first price. */
    public ScriptedInstrument previousClose(String price) {
        long ticks = prices.readPositive(price);
        synchronized (this) {
            previousClose = ticks;
        }
        return this;
    }

    synchronized @Nullable Quote quote() {
        Bar newest = bars.newest();
        if (suspendedAt != null) {
            return suspended(suspendedAt, newest);
        }
        if (newest == null) {
            return null;
        }
        Bar day = bars.last(BarLength.DAY);
        Bar regular = day == null ? newest : day;
        long time = trades.isEmpty() ? newest.start() : last().tick().time();
        return new Quote(
                trades.isEmpty() ? newest.close() : last().tick().price(),
                time,
                SessionKind.REGULAR,
                regular,
                previousClose == null ? bars.closeBefore(regular) : previousClose,
                turnover * instrument.moneyPerUnitTick(),
                false,
                noSessions);
    }

    private @Nullable Quote suspended(long since, @Nullable Bar newest) {
        Long close = previousClose;
        if (close == null && newest != null) {
            close = newest.close();
        }
        Bar nothing = new Bar(since, 0, 0, 0, 0, 0);
        return close == null ? null : new Quote(close, since, SessionKind.REGULAR, nothing, close, 0, true, noSessions);
    }

    synchronized List<Tick> latest(int count) {
        return trades.subList(Math.max(0, trades.size() - count), trades.size()).stream()
                .map(Trade::tick)
                .toList();
    }

    /** The trades to push; a later trade has a time after {@code to}. */
    synchronized List<Tick> between(long after, long to) {
        pushedUpTo = Math.max(pushedUpTo, to);
        return trades.stream()
                .filter(trade -> trade.millis() > after && trade.millis() <= to)
                .map(Trade::tick)
                .toList();
    }

    synchronized @Nullable Book book() {
        if (book != null || trades.isEmpty()) {
            return book;
        }
        Tick last = last().tick();
        long bid = last.direction() == Side.BUY.wire() ? last.price() - tick : last.price();
        List<Book.Level> bids = new ArrayList<>();
        List<Book.Level> asks = new ArrayList<>();
        for (int i = 0; i < instrument.rules().levels(); i++) {
            if (bid - i * tick > 0) {
                bids.add(new Book.Level(bid - i * tick, last.units()));
            }
            asks.add(new Book.Level(bid + (1 + i) * tick, last.units()));
        }
        return new Book(bids, asks, last.time());
    }

    synchronized List<Bar> bars(BarLength length, int count, long upToSecond) {
        return bars.upTo(length, count, upToSecond);
    }

    private Bar bar(ScriptedBar given) {
        Bar bar = new Bar(
                given.start().getEpochSecond(),
                prices.readPositive(given.open()),
                prices.readPositive(given.close()),
                prices.readPositive(given.high()),
                prices.readPositive(given.low()),
                volumes.read(given.volume()));
        if (bar.high() < Math.max(bar.open(), bar.close()) || bar.low() > Math.min(bar.open(), bar.close())) {
            throw new IllegalArgumentException(code() + ": open and close must lie between low and high in " + given);
        }
        return bar;
    }

    private Trade last() {
        return trades.get(trades.size() - 1);
    }

    private void addTurnover(long day, double amount) {
        turnover = day == turnoverDay ? turnover + amount : amount;
        turnoverDay = day;
    }

    private List<Book.Level> levels(String name, List<PriceLevel> given, int direction) {
        int most = instrument.rules().levels();
        if (given.size() > most) {
            throw new IllegalArgumentException(
                    code() + ": " + given.size() + " " + name + ", its market has " + most + " levels");
        }
        List<Book.Level> read = new ArrayList<>();
        for (PriceLevel level : given) {
            long ticks = prices.readPositive(level.price());
            if (!read.isEmpty() && (ticks - read.get(read.size() - 1).price()) * direction <= 0) {
                throw new IllegalArgumentException(code() + ": " + name + " must have the best price first");
            }
            read.add(new Book.Level(ticks, volumes.read(level.volume())));
        }
        return read;
    }
}
