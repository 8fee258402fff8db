package hk.qos.stream.internal.netty;

import io.netty.util.Version;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Checks the Netty on the class path; errors name what was found and what to do. */
public final class NettyLibrary {
    private static final Pattern NUMBERS = Pattern.compile("(\\d+)\\.(\\d+)\\.(\\d+)\\b.*");
    private static final String HELP = "set one version, 4.1.122 or newer, or 4.2.1 or newer, by importing"
            + " io.netty:netty-bom (with Spring Boot: the property netty.version)";
    /** The modules that a stream needs, of 4.1 and of 4.2. */
    private static final Pattern USED = Pattern.compile(
            "netty-(common|buffer|transport|resolver|handler|handler-proxy|codec|codec-http|codec-socks|codec-base)");

    private NettyLibrary() {}

    /**
     * Checks the versions of the Netty modules on the class path.
     *
     * @throws IllegalStateException if a stream cannot run on them
     */
    public static void require() {
        Map<String, String> found;
        try {
            found = Version.identify(NettyLibrary.class.getClassLoader()).entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, at -> at.getValue().artifactVersion()));
        } catch (LinkageError missing) {
            throw new IllegalStateException("Netty is not on the class path; " + HELP, missing);
        }
        String fault = fault(found);
        if (fault != null) {
            throw new IllegalStateException(fault);
        }
    }

    /** The message for a missing class or member. */
    static String unfit(LinkageError error) {
        return "the Netty on the class path does not fit (" + error + "); " + HELP;
    }

    /** The message for unsuitable versions by module, or null. Unknown versions are accepted. */
    static @Nullable String fault(Map<String, String> versions) {
        Map<String, String> used = new TreeMap<>(versions);
        used.keySet().removeIf(module -> !USED.matcher(module).matches());
        String line = null;
        for (Map.Entry<String, String> module : used.entrySet()) {
            Matcher numbers = NUMBERS.matcher(module.getValue());
            if (!numbers.matches()) {
                continue;
            }
            if (isTooOld(numbers)) {
                return module.getKey() + " " + module.getValue() + " on the class path is too old for a stream; "
                        + HELP;
            }
            String itsLine = numbers.group(1) + "." + numbers.group(2);
            if (line != null && !line.equals(itsLine)) {
                return "the class path mixes Netty " + line + " and " + itsLine + " " + used + "; " + HELP;
            }
            line = itsLine;
        }
        return null;
    }

    /** Both lines got the limit on inflated messages in the same release. */
    private static boolean isTooOld(Matcher numbers) {
        int major = Integer.parseInt(numbers.group(1));
        int minor = Integer.parseInt(numbers.group(2));
        int patch = Integer.parseInt(numbers.group(3));
        return major < 4 || (major == 4 && (minor == 0 || (minor == 1 && patch < 122) || (minor == 2 && patch == 0)));
    }
}
