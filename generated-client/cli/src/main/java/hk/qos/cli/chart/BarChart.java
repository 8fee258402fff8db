package hk.qos.cli.chart;

import hk.qos.client.model.KLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Candles and volumes as one SVG file without links to anything. Its colours follow the light or dark scheme of the browser.
 * Several instruments stand below one another.
 */
public final class BarChart {
    private static final String STYLE = """
            <style>
            :root { --paper: #ffffff; --ink: #1f2328; --soft: #656d76; --grid: #e4e7eb; --up: #12805c; --down: #c93434; }
            @media (prefers-color-scheme: dark) {
            :root { --paper: #11151a; --ink: #e6e9ed; --soft: #9aa4af; --grid: #2a3038; --up: #37b98a; --down: #f0706a; }
            }
            .paper { fill: var(--paper); } .grid { stroke: var(--grid); }
            text { font: 12px system-ui, sans-serif; fill: var(--soft); }
            .title { font-size: 18px; font-weight: 600; fill: var(--ink); }
            .up { fill: var(--up); stroke: var(--up); } .down { fill: var(--down); stroke: var(--down); }
            .volume { opacity: .5; stroke: none; }
            </style>
            """;

    private BarChart() {}

    /**
     * Returns the file.
     *
     * @param bars the bars of each instrument, in any order
     * @param length the length of a bar, for the titles
     */
    public static String svg(Map<String, List<KLine>> bars, String length) {
        List<Panel> panels = new ArrayList<>();
        bars.forEach((code, given) -> {
            List<Candle> candles = Candle.of(given);
            if (!candles.isEmpty()) {
                panels.add(new Panel(code, length, candles));
            }
        });
        int height = Math.max(1, panels.size()) * Panel.HEIGHT;
        StringBuilder svg = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + Panel.WIDTH
                + " " + height + "\" role=\"img\">\n");
        svg.append(STYLE).append("<rect class=\"paper\" width=\"100%\" height=\"100%\"/>\n");
        if (panels.isEmpty()) {
            svg.append("<text class=\"title\" x=\"24\" y=\"40\">No bars</text>\n");
        }
        for (int i = 0; i < panels.size(); i++) {
            svg.append("<g transform=\"translate(0 ").append(i * Panel.HEIGHT).append(")\">\n");
            panels.get(i).draw(svg);
            svg.append("</g>\n");
        }
        return svg.append("</svg>\n").toString();
    }
}
