package hk.qos.stream.internal.check;

import java.net.InetAddress;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The hosts to which secrets may travel unencrypted: this machine. */
public final class Loopback {
    private static final Pattern NAME =
            Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[?(0*:)+0*1]?", Pattern.CASE_INSENSITIVE);

    private Loopback() {}

    /** Whether the text of {@code host} says so, without a name server. */
    public static boolean isName(@Nullable String host) {
        return host != null && NAME.matcher(host).matches();
    }

    /** Whether a name was resolved to this machine. */
    public static boolean isAddress(InetAddress address) {
        return address.isLoopbackAddress();
    }
}
