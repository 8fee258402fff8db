package hk.qos.demo;

import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.Style;

/** Colours, on a terminal that shows them; elsewhere the text alone. */
record Paint(Ansi ansi) {
    static final Paint NONE = new Paint(Ansi.OFF);

    /** Colours if the output is a terminal and the user has not set {@code NO_COLOR}. */
    static Paint ofTerminal() {
        return new Paint(Ansi.AUTO);
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

    /** What a reader should notice. */
    String notable(String text) {
        return styled(text, Style.fg_yellow);
    }

    /** The cell of a table by what it says. */
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
