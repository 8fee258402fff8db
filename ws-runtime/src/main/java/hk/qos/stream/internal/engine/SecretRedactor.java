package hk.qos.stream.internal.engine;

import hk.qos.stream.StreamOptions;
import hk.qos.stream.internal.io.ConnectionEnd;
import hk.qos.stream.internal.io.ConnectionEnd.Said;
import hk.qos.stream.spi.MalformedFrameException;
import hk.qos.stream.spi.Redactor;
import java.util.Map;
import java.util.regex.Pattern;

/** Takes our headers' values and a proxy's password out of what server and proxy say, who may repeat them. */
final class SecretRedactor {
    private static final int LONGEST_DETAIL = 500;
    /** Spaces of all kinds, line breaks, control characters, and what turns the direction of writing. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Z}\\p{Cc}\\p{Cf}]+");

    private final Redactor redactor;

    SecretRedactor(StreamOptions options) {
        Redactor all = Redactor.none();
        for (Map.Entry<String, String> header : options.headers().entrySet()) {
            all = all.with(header.getValue(), "<" + header.getKey() + ">");
        }
        this.redactor = all.withCredentialsOf(options.proxy());
    }

    String hideIn(String text) {
        return redactor.hide(text);
    }

    /** The same end with a detail that is fit to be shown: what the server may have written into it is on one line. */
    ConnectionEnd hideIn(ConnectionEnd end) {
        Throwable cause = end.cause();
        Said said = end.said();
        return new ConnectionEnd(
                end.kind(),
                end.code(),
                end.retryAfter(),
                shown(end.detail()),
                cause == null ? null : redactor.hide(cause),
                "",
                said == null ? null : new Said(shown(said.words()), said.refusesCredentials()));
    }

    private String shown(String text) {
        String line = hideIn(UNSEEN.matcher(text).replaceAll(" "));
        return line.length() > LONGEST_DETAIL ? line.substring(0, LONGEST_DETAIL) + "..." : line;
    }

    /** What the dialect threw, without the secret. */
    Throwable hideIn(Throwable failure) {
        Throwable hidden = redactor.hide(failure);
        Throwable cause = hidden.getCause();
        if (hidden == failure || !(failure instanceof MalformedFrameException)) {
            return hidden;
        }
        String message = hideIn(String.valueOf(failure.getMessage()));
        return cause == null ? new MalformedFrameException(message) : new MalformedFrameException(message, cause);
    }
}
