package hk.qos.cli;

import hk.qos.client.HistoryProgress;
import java.util.Locale;

/** A line on the terminal that shows how far a history has come. Does nothing without a terminal. */
final class ProgressBar implements AutoCloseable {
    private static final int WIDTH = 20;

    private final Console console;
    private final String label;
    private boolean shown;

    ProgressBar(Console console, String label) {
        this.console = console;
        this.label = label;
    }

    /** Shows the state after a page. */
    synchronized void show(HistoryProgress progress) {
        if (!console.progress()) {
            return;
        }
        int full = (int) (progress.fraction() * WIDTH);
        String line = String.format(
                Locale.ROOT,
                "%s [%s%s] %3d%%  %,d bars, %,d requests",
                label,
                "#".repeat(full),
                ".".repeat(WIDTH - full),
                (int) (progress.fraction() * 100),
                progress.bars(),
                progress.requests());
        console.err().print("\r\u001b[K" + line);
        console.err().flush();
        shown = true;
    }

    /** Removes the line. */
    @Override
    public synchronized void close() {
        if (shown) {
            console.err().print("\r\u001b[K");
            console.err().flush();
            shown = false;
        }
    }
}
