package hk.qos.client.internal.http;

import hk.qos.client.Operation;
import hk.qos.client.RateWait;
import hk.qos.client.api.Envelope;
import hk.qos.error.AnswerTooLargeException;
import hk.qos.error.AuthenticationException;
import hk.qos.error.ClientException;
import hk.qos.error.ConnectFailedException;
import hk.qos.error.ConnectionLostException;
import hk.qos.error.ConnectionLostException.Outcome;
import hk.qos.error.MalformedJsonException;
import hk.qos.error.NotJsonException;
import hk.qos.error.ProtocolException;
import hk.qos.error.RefusedException;
import hk.qos.error.RequestTimeoutException;
import hk.qos.error.ServerErrorException;
import hk.qos.error.TooManyRequestsException;
import hk.qos.error.UnexpectedStatusException;
import hk.qos.error.UntrustedServerException;
import hk.qos.stream.internal.check.OneLine;
import hk.qos.stream.spi.RetryAfter;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.security.cert.CertificateException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Response;

/** Maps each failure to an exception of the right class. */
final class HttpFailures {
    private static final int MAX_DETAIL = 300;

    private final EnvelopeRules envelope;
    private final ApiKey key;
    private final TimeSource time;
    private final SocketTimeouts timeouts;

    HttpFailures(CallSettings settings) {
        this.envelope = settings.envelope();
        this.key = settings.key();
        this.time = settings.time();
        this.timeouts = settings.timeouts();
    }

    /** Returns the payload of an answer, or throws the exception for a failure. */
    <T> T payload(Operation operation, Response<? extends Envelope<T>> response) {
        if (!response.isSuccessful()) {
            throw ofStatus(operation, response);
        }
        Envelope<T> body = response.body();
        if (body == null) {
            throw new NotJsonException(operation.toString(), "an empty body");
        }
        if (!body.message().equals(envelope.ok())) {
            throw ofServerMessage(operation, key.redact(body.message()), response.code());
        }
        T data = body.data() == null ? body.none() : body.data();
        if (data == null) {
            throw new MalformedJsonException(operation.toString(), envelope.ok() + " and no data", null);
        }
        return data;
    }

    private ClientException ofServerMessage(Operation operation, String message, int status) {
        return envelope.refusesKey(message)
                ? AuthenticationException.refused(operation + " refused", onOneLine(message), status)
                : new RefusedException(operation.toString(), message, status);
    }

    private ClientException ofStatus(Operation operation, Response<?> response) {
        int status = response.code();
        String message = messageIn(response.errorBody());
        Duration retryAfter = RetryAfter.parse(
                response.headers().get("Retry-After"), response.headers().get("Date"), time.now());
        if (status == 401 || status == 403) {
            return AuthenticationException.refused(
                    operation + ": HTTP " + status, message == null ? null : onOneLine(message), status);
        }
        if (status == 407) {
            return ofProxy(operation);
        }
        if (status == 429) {
            String shown = message == null ? null : onOneLine(message);
            return new TooManyRequestsException(
                    operation + ": HTTP 429: " + (shown == null ? "too many requests" : shown), shown, retryAfter);
        }
        if (status >= 500) {
            String shown = message == null ? null : onOneLine(message);
            return new ServerErrorException(operation.toString(), status, shown, retryAfter);
        }
        if (status >= 400 && message != null) {
            return ofServerMessage(operation, message, status);
        }
        return new UnexpectedStatusException(
                operation.toString(),
                status,
                status >= 300 && status < 400
                        ? "redirects are never followed"
                        : "not an answer of this interface, from "
                                + response.raw().request().url().redact());
    }

    private @Nullable String messageIn(@Nullable ResponseBody body) {
        if (body == null) {
            return null;
        }
        try (body) {
            return key.redact(envelope.message().read(body.source()));
        } catch (IOException | RuntimeException notARefusal) {
            return null;
        }
    }

    /** Returns the exception for a failure of OkHttp, Retrofit or the decoder. */
    ClientException ofThrown(Operation operation, Throwable thrown) {
        if (thrown instanceof ClientException e) {
            return e;
        }
        if (thrown instanceof NoConnectionException none) {
            return ofAttempt(operation, none);
        }
        return thrown instanceof UnreadableBodyException body
                ? ofBody(operation, body)
                : ofExchange(operation, key.redact(thrown));
    }

    /** Nothing was sent. */
    private ClientException ofAttempt(Operation operation, NoConnectionException none) {
        IOException thrown = none.attempt();
        if (thrown.getCause() instanceof ClientException e) {
            return e; // Wrapped, since OkHttp passes only an IOException.
        }
        if (isTrustFailure(thrown)) {
            return new UntrustedServerException(
                    detail(UntrustedServerException.of(operation + ": the server's certificate", thrown)), thrown);
        }
        if (thrown instanceof InterruptedIOException) {
            return ofTimeout(operation, none);
        }
        if (isNotTls(thrown)) {
            return new ConnectFailedException(
                    operation + ": no connection: the server does not speak TLS; is it the port of http://?", thrown);
        }
        return new ConnectFailedException(operation + ": " + detail(none), thrown);
    }

    private static ClientException ofProxy(Operation operation) {
        return AuthenticationException.ofProxy(
                operation
                        + ": HTTP 407: a proxy requires a valid user and password; set proxyCredentials(user, password)",
                407);
    }

    private ClientException ofExchange(Operation operation, Throwable thrown) {
        if (String.valueOf(thrown.getMessage()).startsWith("Received HTTP_PROXY_AUTH (407)")) {
            return ofProxy(operation); // OkHttp reports it by the message alone if no proxy is known.
        }
        if (thrown instanceof IOException && thrown.getCause() instanceof ClientException e) {
            return e; // Wrapped, since OkHttp passes only an IOException.
        }
        if (thrown instanceof InterruptedIOException) {
            return ofTimeout(operation, thrown);
        }
        if (isNotHttp(thrown)) {
            return new ProtocolException(operation + " received an answer that is not HTTP: " + detail(thrown), thrown);
        }
        if (thrown instanceof IOException) {
            return new ConnectionLostException(
                    operation + ": the connection ended before the answer: " + detail(thrown), Outcome.UNKNOWN, thrown);
        }
        return new ProtocolException(
                operation + " failed unexpectedly: " + thrown.getClass().getSimpleName() + ": " + detail(thrown),
                thrown);
    }

    /**
     * Returns the exception for an attempt that did not end, although OkHttp's timeouts have passed.
     *
     * @param thrown a failure that did not end the attempt; null if none is known
     */
    RequestTimeoutException ofAttemptTimeout(Operation operation, Duration timeout, @Nullable Throwable thrown) {
        return new RequestTimeoutException(
                operation + ": an attempt did not end within " + timeout.toMillis()
                        + " ms, although its timeouts have passed (setting: HttpTimeouts.attempt)"
                        + (thrown == null ? "" : ": " + detail(thrown)),
                thrown);
    }

    /**
     * Returns the exception for a call that exceeded its timeout.
     *
     * @param last the failure of the last attempt; null if none has failed
     * @param turn the turn that the call was waiting for; null if it was not
     */
    RequestTimeoutException ofCallTimeout(
            Operation operation, Duration timeout, @Nullable ClientException last, @Nullable RateWait turn) {
        String wait = turn == null
                ? ""
                : turn.askedByServer()
                        ? "; it was waiting until " + turn.due() + " for the end of the pause that the server asked for"
                        : "; it was waiting until " + turn.due() + " for its turn within the requests a minute";
        return new RequestTimeoutException(
                operation + " did not end within " + timeout.toMillis()
                        + " ms, waits and retries included (setting: HttpTimeouts.call)" + wait
                        + (last == null ? "" : "; the last attempt failed: " + last.getMessage()),
                last);
    }

    /** OkHttp throws a ProtocolException for a truncated body, too. */
    private static boolean isNotHttp(Throwable thrown) {
        return thrown instanceof java.net.ProtocolException
                && !String.valueOf(thrown.getMessage()).startsWith("unexpected end of stream");
    }

    private ClientException ofTimeout(Operation operation, Throwable thrown) {
        return new RequestTimeoutException(
                operation + " timed out: " + timeouts.exceeded(thrown, detail(thrown)), thrown);
    }

    private ClientException ofBody(Operation operation, UnreadableBodyException body) {
        return switch (body.fault()) {
            case NOT_JSON -> new NotJsonException(operation.toString(), detail(body));
            case MALFORMED -> new MalformedJsonException(operation.toString(), detail(body), harmless(body.getCause()));
            case PACKED ->
                new ProtocolException(operation + " received a body that cannot be decompressed: " + detail(body));
            case TOO_LARGE ->
                new AnswerTooLargeException(
                        operation + " was answered with " + detail(body) + "; ask for less",
                        "QosClientBuilder.maxAnswerBytes");
        };
    }

    private static boolean isTrustFailure(Throwable thrown) {
        if (thrown instanceof SSLPeerUnverifiedException) {
            return true;
        }
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateException) {
                return true;
            }
        }
        return false;
    }

    /** The JDK reports a plaintext answer to a TLS handshake by the message alone. Nothing was sent. */
    private static boolean isNotTls(Throwable thrown) {
        return thrown instanceof SSLException
                && String.valueOf(thrown.getMessage()).startsWith("Unsupported or unrecognized SSL message");
    }

    /** Without the cause of broken JSON, which quotes the document and can hold the API key. */
    private @Nullable Throwable harmless(@Nullable Throwable cause) {
        return cause == null ? null : key.redact(cause);
    }

    /**
     * The detail of a library's exception. The API key is removed before the text is cut, which could leave a part of
     * it.
     */
    private String detail(Throwable thrown) {
        String text = thrown.getMessage();
        return onOneLine(key.redact(text == null ? thrown.getClass().getSimpleName() : text));
    }

    private static String onOneLine(String text) {
        return OneLine.cut(OneLine.joined(text), MAX_DETAIL);
    }
}
