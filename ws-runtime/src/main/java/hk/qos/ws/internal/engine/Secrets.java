package hk.qos.ws.internal.engine;

import hk.qos.ws.StreamOptions;
import hk.qos.ws.StreamProxy;
import hk.qos.ws.internal.io.ConnectionEnd;
import hk.qos.ws.spi.MalformedFrameException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Takes our headers' values and a proxy's password out of what server and proxy say, who may repeat them. */
final class Secrets {
    /** Shorter ones are no real secrets, and would be found in ordinary words. */
    private static final int SHORTEST_HIDDEN = 8;

    private static final int LONGEST_DETAIL = 500;
    /** Spaces of all kinds, line breaks, control characters, and what turns the direction of writing. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Z}\\p{Cc}\\p{Cf}]+");

    private final Map<String, String> insteads = new LinkedHashMap<>();

    Secrets(StreamOptions options) {
        options.headers().forEach((name, value) -> hide(value, "<" + name + ">"));
        StreamProxy proxy = options.proxy();
        if (proxy != null && proxy.password() != null) {
            String both = proxy.user() + ":" + proxy.password();
            hide(Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8)), "<credentials>");
            hide(proxy.password(), "<password>");
        }
    }

    private void hide(String secret, String instead) {
        if (secret.length() >= SHORTEST_HIDDEN) {
            insteads.put(secret, instead);
        }
    }

    String hideIn(String text) {
        String hidden = text;
        for (Map.Entry<String, String> secret : insteads.entrySet()) {
            hidden = hidden.replace(secret.getKey(), secret.getValue());
        }
        return hidden;
    }

    /** The same end with a detail that is fit to be shown: what the server may have written into it is on one line. */
    ConnectionEnd hideIn(ConnectionEnd end) {
        Throwable cause = end.cause();
        String detail = hideIn(UNSEEN.matcher(end.detail()).replaceAll(" "));
        return new ConnectionEnd(
                end.kind(),
                end.code(),
                end.retryAfter(),
                detail.length() > LONGEST_DETAIL ? detail.substring(0, LONGEST_DETAIL) + "..." : detail,
                cause == null ? null : hideIn(cause));
    }

    /** The same failure, or one without cause that says the same but for the secret. */
    Throwable hideIn(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            String text = String.valueOf(at.getMessage());
            if (!hideIn(text).equals(text)) {
                return new MalformedFrameException(hideIn(failure.toString()));
            }
        }
        return failure;
    }
}
