package hk.qos.cli;

import hk.qos.cli.output.Output;
import java.util.List;

/** Lines on a terminal that are painted again and again in the same place. */
final class Screen {
    private static final String UP = "\u001b[%dA";
    private static final String CLEAR_LINE = "\u001b[2K";
    private static final String CLEAR_BELOW = "\u001b[J";

    private final Output out;
    private final Terminal terminal;
    private int painted;
    private List<String> last = List.of();

    Screen(Output out, Terminal terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** Paints lines, which must fit in the terminal's columns, over those before. Lines beyond the last row are left out. */
    void paint(List<String> lines) {
        List<String> shown = lines.subList(0, Math.min(lines.size(), Math.max(1, terminal.rows() - 1)));
        if (shown.equals(last)) {
            return;
        }
        StringBuilder text = new StringBuilder(painted == 0 ? "" : "\r" + UP.formatted(painted));
        shown.forEach(line -> text.append(CLEAR_LINE).append(line).append('\n'));
        out.text(text.append(CLEAR_BELOW).toString());
        out.flush();
        painted = shown.size();
        last = List.copyOf(shown);
    }
}
