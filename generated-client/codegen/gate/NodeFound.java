import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Checks that a suitable version of Node is installed, before anything else runs. Needs a JDK only.
 *
 * <p>{@code java NodeFound.java}
 */
public final class NodeFound {
    private static final int OLDEST = 20;
    private static final Pattern VERSION = Pattern.compile("v(\\d+)\\..*");

    private NodeFound() {}

    public static void main(String[] args) throws InterruptedException {
        String found = version();
        Matcher version = VERSION.matcher(found);
        if (!version.matches() || Integer.parseInt(version.group(1)) < OLDEST) {
            System.err.println("mvn -Pregenerate needs Node " + OLDEST + " or newer on the PATH, and there is "
                    + (found.isEmpty() ? "none" : found) + "; nothing was changed.");
            System.exit(1);
        }
    }

    /** The output of {@code node --version}; empty if Node does not run. */
    private static String version() throws InterruptedException {
        try {
            Process node = new ProcessBuilder("node", "--version")
                    .redirectErrorStream(true)
                    .start();
            String said = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return node.waitFor() == 0 ? said : "";
        } catch (IOException e) {
            return "";
        }
    }
}
