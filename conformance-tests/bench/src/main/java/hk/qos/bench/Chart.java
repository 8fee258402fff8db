package hk.qos.bench;

import hk.qos.bench.client.Clients;
import java.util.Map;

/** A bar for each client, as an SVG that follows the reader's light or dark mode. */
final class Chart {
    private static final int BAR = 26;
    private static final int LEFT = 250;
    private static final int WIDTH = 760;

    private Chart() {}

    static String of(Map<Clients, Figures> figures) {
        double most = figures.values().stream().mapToDouble(Figures::cpu).max().orElseThrow();
        StringBuilder bars = new StringBuilder();
        int y = 40;
        for (Map.Entry<Clients, Figures> entry : figures.entrySet()) {
            double width = Math.max(2, entry.getValue().cpu() / most * (WIDTH - LEFT - 80));
            bars.append("""
                      <text x="%d" y="%d" text-anchor="end">%s</text>
                      <rect x="%d" y="%d" width="%.0f" height="%d" rx="3" class="%s"/>
                      <text x="%.0f" y="%d">%.2f µs</text>
                    """.formatted(
                            LEFT - 10,
                            y + 13,
                            entry.getKey().title(),
                            LEFT,
                            y,
                            width,
                            BAR - 8,
                            style(entry.getKey()),
                            LEFT + width + 8,
                            y + 13,
                            entry.getValue().cpu()));
            y += BAR;
        }
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" role="img" aria-label="CPU time for each push">
                  <style>
                    text { font: 13px system-ui, sans-serif; fill: #1f2328 }
                    .sdk { fill: #0969da } .peer { fill: #8c959f } .limit { fill: #d0d7de }
                    @media (prefers-color-scheme: dark) {
                      text { fill: #e6edf3 } .sdk { fill: #4493f8 } .peer { fill: #656c76 } .limit { fill: #3d444d }
                    }
                  </style>
                  <text x="%d" y="22" font-weight="600">CPU time for each push (less is better)</text>
                %s</svg>
                """.formatted(WIDTH, y + 10, LEFT, bars);
    }

    private static String style(Clients client) {
        return client.isPeer() ? "peer" : client.decodes() ? "sdk" : "limit";
    }
}
