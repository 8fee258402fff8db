package hk.qos.ws.internal.engine;

import hk.qos.ws.StreamOptions;
import hk.qos.ws.spi.MalformedFrameException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Takes the values of our headers out of what the server says, which may repeat them. */
final class Secrets {
    /** Shorter ones are no real secrets, and would be found in ordinary words. */
    private static final int SHORTEST_HIDDEN = 8;

    private final Map<String, String> insteads = new LinkedHashMap<>();

    Secrets(StreamOptions options) {
        options.headers().forEach((name, value) -> {
            if (value.length() >= SHORTEST_HIDDEN) {
                insteads.put(value, "<" + name + ">");
            }
        });
    }

    String hideIn(String text) {
        String hidden = text;
        for (Map.Entry<String, String> secret : insteads.entrySet()) {
            hidden = hidden.replace(secret.getKey(), secret.getValue());
        }
        return hidden;
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
