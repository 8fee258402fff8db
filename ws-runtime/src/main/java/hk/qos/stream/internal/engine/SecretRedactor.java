package hk.qos.stream.internal.engine;

import hk.qos.stream.internal.check.OneLine;
import hk.qos.stream.internal.io.ConnectionEnd;
import hk.qos.stream.internal.io.ConnectionEnd.Said;
import hk.qos.stream.spi.MalformedFrameException;
import hk.qos.stream.spi.Redactor;
import hk.qos.stream.spi.StreamSetup;
import java.util.Map;

/** Removes the values of our headers and a proxy's password from texts and errors that a server or proxy may have written. */
final class SecretRedactor {
    private static final int MAX_DETAIL_LENGTH = 500;

    private final Redactor redactor;

    SecretRedactor(StreamSetup options) {
        Redactor all = Redactor.none();
        for (Map.Entry<String, String> header : options.headers().entrySet()) {
            all = all.with(header.getValue(), "<" + header.getKey() + ">");
        }
        this.redactor = all.withCredentialsOf(options.proxy());
    }

    String redact(String text) {
        return redactor.hide(text);
    }

    /** The same end without secrets, its detail on one line. */
    ConnectionEnd redact(ConnectionEnd end) {
        Throwable cause = end.cause();
        Said said = end.said();
        return new ConnectionEnd(
                end.kind(),
                end.code(),
                end.retryAfter(),
                redactedLine(end.detail()),
                cause == null ? null : redactor.hide(cause),
                "",
                said == null ? null : new Said(redactedLine(said.message()), said.refusesCredentials()));
    }

    private String redactedLine(String text) {
        return OneLine.cut(redact(OneLine.joined(text)), MAX_DETAIL_LENGTH);
    }

    /** The same failure without secrets; a {@link MalformedFrameException} keeps its type. */
    Throwable redact(Throwable failure) {
        Throwable redacted;
        try {
            redacted = redactor.hide(failure);
        } catch (RuntimeException e) {
            return new RuntimeException("a " + failure.getClass().getName() + " whose message cannot be read");
        }
        Throwable cause = redacted.getCause();
        if (redacted == failure || !(failure instanceof MalformedFrameException)) {
            return redacted;
        }
        String message = redact(String.valueOf(failure.getMessage()));
        return cause == null ? new MalformedFrameException(message) : new MalformedFrameException(message, cause);
    }
}
