package hk.qos.cli.output;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Colours for a terminal; leaves every text as it is if they are off.
 *
 * @param on whether to add colours
 */
public record Colours(boolean on) {
    private static final String FAINT = "2";
    private static final String BRIGHT = "1;7";
    private static final String RED = "31";
    private static final String GREEN = "32";

    /** No colours. */
    public static final Colours NONE = new Colours(false);

    /** Returns the text in green above zero, in red below, else as it is. */
    public String signed(@Nullable BigDecimal sign, String text) {
        int direction = sign == null ? 0 : sign.signum();
        return direction > 0 ? styled(text, GREEN) : direction < 0 ? styled(text, RED) : text;
    }

    /** Returns the text, highlighted in the colour of its direction: what has just changed. */
    public String moved(int direction, String text) {
        return direction == 0 ? text : styled(text, BRIGHT + ";" + (direction > 0 ? GREEN : RED));
    }

    /** Returns the text, less visible. */
    public String faint(String text) {
        return styled(text, FAINT);
    }

    private String styled(String text, String style) {
        return on ? "\u001b[" + style + "m" + text + "\u001b[0m" : text;
    }
}
