package hk.qos.client;

import hk.qos.stream.internal.check.Checks;
import java.util.regex.Pattern;

/** The part of an invalid URL that a message may quote: an API key could be anywhere else. */
final class ShownUrl {
    /** A name with a top-level domain, an IP address or localhost, and a port. */
    private static final Pattern HOST = Pattern.compile(
            "(([a-z0-9-]+\\.)+[a-z]{2,24}|(\\d{1,3}\\.){3}\\d{1,3}|\\[[0-9a-f:.]+]|localhost)(:\\d*)?",
            Pattern.CASE_INSENSITIVE);

    private ShownUrl() {}

    /** Scheme, host and port, after a colon; blank if the text does not look like an address. */
    static String of(String url) {
        int scheme = url.indexOf("://");
        String rest = scheme < 0 ? url : url.substring(scheme + 3);
        String authority = rest.split("[/?#\\\\]", 2)[0];
        String host = authority.substring(authority.lastIndexOf('@') + 1);
        boolean isAddress = HOST.matcher(host).matches();
        boolean isScheme = scheme > 0 && url.substring(0, scheme).matches("[A-Za-z][A-Za-z0-9+.-]{0,9}");
        if (!isAddress) {
            return "";
        }
        boolean all = rest.equals(host);
        return ": " + Checks.quoted((isScheme ? url.substring(0, scheme + 3) : "") + host) + (all ? "" : "…");
    }
}
