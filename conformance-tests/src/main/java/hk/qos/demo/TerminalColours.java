package hk.qos.demo;

import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.Style;

/** Adds colours to text if the terminal shows them. */
record TerminalColours(Ansi ansi) {
    static final TerminalColours NONE = new TerminalColours(Ansi.OFF);

    /** Uses colours if the output is a terminal and {@code NO_COLOR} is not set. */
    static TerminalColours ofTerminal() {
        return new TerminalColours(Ansi.AUTO);
    }

    String title(String text) {
        return styled(text, Style.bold);
    }

    String dim(String text) {
        return styled(text, Style.faint);
    }

    String bad(String text) {
        return styled(text, Style.fg_red);
    }

    String good(String text) {
        return styled(text, Style.fg_green);
    }

    /** Highlights a text. */
    String notable(String text) {
        return styled(text, Style.fg_yellow);
    }

    /** Colours the cell of a table by its text. */
    String cell(String value, String padded) {
        return switch (value) {
            case "BUY" -> good(padded);
            case "SELL", "SUSPENDED" -> bad(padded);
            default -> padded;
        };
    }

    private String styled(String text, Style... styles) {
        return ansi.enabled() ? Style.on(styles) + text + Style.off(styles) : text;
    }
}
