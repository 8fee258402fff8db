package hk.qos.cli;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help;

/**
 * The size of a terminal, in characters.
 *
 * @param rows the lines
 * @param columns the characters of a line
 */
record Terminal(int rows, int columns) {
    static final int OUTPUT = 1;
    static final int ERROR = 2;

    /** Where there is no terminal, lines may be of any length. */
    static final Terminal NONE = new Terminal(0, Integer.MAX_VALUE);

    private static final Terminal USUAL = new Terminal(24, 80);
    private static final Pattern SIZE = Pattern.compile("([1-9]\\d{0,4}) ([1-9]\\d{0,4})");
    private static final long SECONDS = 2;

    boolean isPresent() {
        return rows > 0;
    }

    static Terminal ofOutput() {
        return shows(OUTPUT) ? size() : NONE;
    }

    /** Whether a terminal shows what the process writes to this descriptor. The JDK tells about all descriptors at once only. */
    static boolean shows(int descriptor) {
        if (isWindows()) {
            return Help.Ansi.AUTO.enabled();
        }
        return shell("test -t " + descriptor, true) != null;
    }

    private static Terminal size() {
        String answer = isWindows() ? null : shell("stty size </dev/tty", false);
        Matcher size = SIZE.matcher(answer == null ? "" : answer.strip());
        return size.matches() ? new Terminal(Integer.parseInt(size.group(1)), Integer.parseInt(size.group(2))) : USUAL;
    }

    private static boolean isWindows() {
        return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
    }

    /** Returns the output of a command; null if it fails. */
    private static @Nullable String shell(String command, boolean sharesOutput) {
        try {
            Process process = new ProcessBuilder(List.of("/bin/sh", "-c", command))
                    .redirectOutput(sharesOutput ? Redirect.INHERIT : Redirect.PIPE)
                    .redirectError(sharesOutput ? Redirect.INHERIT : Redirect.DISCARD)
                    .start();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            return process.waitFor(SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0 ? text : null;
        } catch (IOException e) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }
}
