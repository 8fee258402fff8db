package hk.qos.cli.chart;

import hk.qos.cli.output.MarketClock;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** The chart of one instrument. Times are those of its market. */
final class Panel {
    static final int WIDTH = 960;
    static final int HEIGHT = 460;

    private static final int LEFT = 24;
    private static final int RIGHT = WIDTH - 84;
    private static final int TOP = 72;
    private static final int PRICES_END = 320;
    private static final int VOLUMES_TOP = 340;
    private static final int BOTTOM = 420;
    private static final int TIMES = 6;
    private static final int PRICES = 5;
    private static final double WIDEST_SLOT = 24;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("MM-dd HH:mm");

    private final String code;
    private final String length;
    private final List<Candle> candles;
    private final double slot;
    private final PriceScale prices;
    private final double mostVolume;

    Panel(String code, String length, List<Candle> candles) {
        this.code = code;
        this.length = length;
        this.candles = candles;
        this.slot = Math.min(WIDEST_SLOT, (double) (RIGHT - LEFT) / candles.size());
        this.prices = PriceScale.of(candles, PRICES);
        this.mostVolume = candles.stream()
                .mapToDouble(candle -> candle.volume().doubleValue())
                .max()
                .orElse(0);
    }

    void draw(StringBuilder svg) {
        title(svg);
        prices(svg);
        times(svg);
        for (int i = 0; i < candles.size(); i++) {
            candle(svg, candles.get(i), LEFT + (i + 0.5) * slot);
        }
    }

    private void title(StringBuilder svg) {
        Candle last = candles.get(candles.size() - 1);
        int bars = candles.stream().mapToInt(Candle::bars).sum();
        String candle = candles.get(0).bars() == 1 ? "" : ", " + candles.get(0).bars() + " bars a candle";
        text(svg, "title", LEFT, 32, "start", code);
        text(
                svg,
                "",
                LEFT,
                52,
                "start",
                bars + " × " + length + candle + ", last close " + last.close().toPlainString());
    }

    private void prices(StringBuilder svg) {
        for (BigDecimal price : prices.marks()) {
            double y = y(price);
            line(svg, "grid", LEFT, y, RIGHT, y, 1);
            text(svg, "", RIGHT + 8, y + 4, "start", price.toPlainString());
        }
        line(svg, "grid", LEFT, BOTTOM, RIGHT, BOTTOM, 1);
        text(svg, "", RIGHT + 8, VOLUMES_TOP + 8, "start", "volume");
    }

    private void times(StringBuilder svg) {
        ZoneId zone = MarketClock.of(code);
        boolean days = candles.size() < 2
                || Duration.between(candles.get(0).time(), candles.get(1).time())
                                .compareTo(Duration.ofHours(20))
                        > 0;
        int marks = Math.max(1, Math.min(TIMES, (int) (candles.size() * slot / 90)));
        for (int i = 0; i < marks; i++) {
            int index = marks == 1 ? 0 : i * (candles.size() - 1) / (marks - 1);
            double x = LEFT + (index + 0.5) * slot;
            String anchor = i == 0 ? "start" : i == marks - 1 && x > RIGHT - 60 ? "end" : "middle";
            text(
                    svg,
                    "",
                    i == 0 ? LEFT : x,
                    BOTTOM + 18,
                    anchor,
                    (days ? DAY : MINUTE).format(candles.get(index).time().atZone(zone)));
        }
    }

    private void candle(StringBuilder svg, Candle candle, double x) {
        String direction = candle.rises() ? "up" : "down";
        double width = Math.max(1, slot * 0.7);
        double top = y(candle.open().max(candle.close()));
        double bottom = y(candle.open().min(candle.close()));
        line(svg, direction, x, y(candle.high()), x, y(candle.low()), 1);
        box(svg, direction, x - width / 2, top, width, Math.max(1, bottom - top));
        double volume = mostVolume == 0 ? 0 : candle.volume().doubleValue() / mostVolume * (BOTTOM - VOLUMES_TOP);
        box(svg, "volume " + direction, x - width / 2, BOTTOM - volume, width, volume);
    }

    private double y(BigDecimal price) {
        return PRICES_END - prices.part(price) * (PRICES_END - TOP);
    }

    private static void line(StringBuilder svg, String style, double x1, double y1, double x2, double y2, int width) {
        svg.append(String.format(
                Locale.ROOT,
                "<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke-width=\"%d\"/>%n",
                style,
                x1,
                y1,
                x2,
                y2,
                width));
    }

    private static void box(StringBuilder svg, String style, double x, double y, double width, double height) {
        svg.append(String.format(
                Locale.ROOT,
                "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" stroke-width=\"0\"/>%n",
                style,
                x,
                y,
                width,
                height));
    }

    private static void text(StringBuilder svg, String style, double x, double y, String anchor, String text) {
        svg.append(String.format(
                Locale.ROOT,
                "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>%n",
                style,
                x,
                y,
                anchor,
                escaped(text)));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
