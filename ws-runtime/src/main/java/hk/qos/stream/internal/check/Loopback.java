package hk.qos.stream.internal.check;

import java.net.InetAddress;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Recognizes this machine, the only host to which secrets may travel unencrypted. */
public final class Loopback {
    private static final Pattern NAME =
            Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[?(0*:)+0*1]?", Pattern.CASE_INSENSITIVE);

    private Loopback() {}

    /** Whether {@code host} names this machine, decided by its text without a lookup. */
    public static boolean isName(@Nullable String host) {
        return host != null && NAME.matcher(host).matches();
    }

    /** Whether a resolved address is this machine's. */
    public static boolean isAddress(InetAddress address) {
        return address.isLoopbackAddress();
    }
}
