package hk.qos.cli;

import hk.qos.cli.output.Colours;
import hk.qos.cli.output.DisplayWidth;
import hk.qos.cli.output.MarketClock;
import hk.qos.client.CurrentQuote;
import hk.qos.client.model.SessionQuote;
import hk.qos.client.model.Snapshot;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** The latest quote of each instrument, with what has just moved. Thread-safe. */
final class WatchTable {
    private static final long HIGHLIGHT_NANOS = TimeUnit.MILLISECONDS.toNanos(700);
    private static final String GAP = "  ";
    private static final List<String> HEADS =
            List.of("code", "last", "change", "change %", "high", "low", "volume", "time");
    private static final int LAST = 1;
    private static final int CHANGE = 2;
    private static final int CHANGE_PERCENT = 3;
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");

    /** A movement of the price: 1 up, -1 down. */
    private record Move(int direction, long nanos) {}

    private final List<String> codes;
    private final Colours colours;
    private final LongSupplier nanoTime;
    private final Map<String, Snapshot> latest = new HashMap<>();
    private final Map<String, Move> moves = new HashMap<>();
    private String status = "";

    WatchTable(List<String> codes, Colours colours, LongSupplier nanoTime) {
        this.codes = List.copyOf(codes);
        this.colours = colours;
        this.nanoTime = nanoTime;
    }

    /** Takes a push. */
    synchronized void update(Snapshot snapshot) {
        Snapshot before = latest.put(snapshot.code(), snapshot);
        BigDecimal was = before == null ? null : price(before);
        BigDecimal is = price(snapshot);
        if (was != null && is != null && was.compareTo(is) != 0) {
            moves.put(snapshot.code(), new Move(is.compareTo(was), nanoTime.getAsLong()));
        }
        status = "";
    }

    /** Takes the quote at the start, unless a push came earlier. */
    synchronized void fill(Snapshot snapshot) {
        latest.putIfAbsent(snapshot.code(), snapshot);
    }

    /** Shows a state below the table, until the next push. */
    synchronized void status(String text) {
        status = text;
    }

    private static @Nullable BigDecimal price(Snapshot snapshot) {
        return CurrentQuote.of(snapshot).quote().lastPrice();
    }

    /** The lines: names, a line for each instrument, and the state. None is wider than the terminal. */
    synchronized List<String> lines(Terminal terminal, long pushes) {
        List<List<String>> rows = codes.stream().map(this::row).toList();
        int[] widths = new int[HEADS.size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = DisplayWidth.of(HEADS.get(i));
            for (List<String> row : rows) {
                widths[i] = Math.max(widths[i], DisplayWidth.of(row.get(i)));
            }
        }
        int columns = fitting(widths, terminal.columns());
        List<String> lines = new ArrayList<>();
        lines.add(colours.faint(line(HEADS, widths, columns, terminal.columns())));
        for (int i = 0; i < codes.size(); i++) {
            lines.add(painted(codes.get(i), rows.get(i), widths, columns, terminal.columns()));
        }
        int hidden = codes.size() + 2 - Math.max(2, terminal.rows() - 1);
        if (hidden > 0 && lines.size() > hidden) {
            lines = new ArrayList<>(lines.subList(0, lines.size() - hidden));
        }
        String state = status.isEmpty() ? pushes + " pushes, Ctrl-C ends" : status;
        String unseen = hidden > 0 ? ", " + hidden + " instruments below" : "";
        lines.add(colours.faint(DisplayWidth.cut(state + unseen, terminal.columns())));
        return lines;
    }

    private static int fitting(int[] widths, int available) {
        int total = 0;
        for (int i = 0; i < widths.length; i++) {
            total += widths[i] + (i == 0 ? 0 : GAP.length());
            if (total > available) {
                return Math.max(1, i);
            }
        }
        return widths.length;
    }

    private List<String> row(String code) {
        Snapshot snapshot = latest.get(code);
        if (snapshot == null) {
            return List.of(code, "…", "", "", "", "", "", "");
        }
        SessionQuote quote = CurrentQuote.of(snapshot).quote();
        Instant time = quote.time() == null ? snapshot.time() : quote.time();
        return List.of(
                code,
                WatchLine.text(quote.lastPrice()),
                WatchLine.signed(quote.change()),
                WatchLine.signed(quote.changePercent()),
                WatchLine.text(quote.high()),
                WatchLine.text(quote.low()),
                WatchLine.text(quote.volume()),
                time == null ? "-" : CLOCK.format(time.atZone(MarketClock.of(code))));
    }

    private String painted(String code, List<String> row, int[] widths, int columns, int available) {
        if (columns == 1) {
            return DisplayWidth.cut(code, available);
        }
        Snapshot snapshot = latest.get(code);
        BigDecimal change =
                snapshot == null ? null : CurrentQuote.of(snapshot).quote().change();
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < columns; i++) {
            String cell = padded(row.get(i), widths[i], i > 0);
            line.append(i == 0 ? "" : GAP)
                    .append(
                            i == LAST
                                    ? colours.moved(direction(code), cell)
                                    : i == CHANGE || i == CHANGE_PERCENT ? colours.signed(change, cell) : cell);
        }
        return line.toString();
    }

    private int direction(String code) {
        Move move = moves.get(code);
        if (move == null || nanoTime.getAsLong() - move.nanos >= HIGHLIGHT_NANOS) {
            return 0;
        }
        return move.direction;
    }

    private static String line(List<String> cells, int[] widths, int columns, int available) {
        List<String> padded = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
            padded.add(padded(cells.get(i), widths[i], i > 0));
        }
        return DisplayWidth.cut(String.join(GAP, padded), available);
    }

    private static String padded(String text, int width, boolean right) {
        String space = " ".repeat(Math.max(0, width - DisplayWidth.of(text)));
        return right ? space + text : text + space;
    }
}
