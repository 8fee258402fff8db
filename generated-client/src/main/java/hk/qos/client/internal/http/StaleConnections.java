package hk.qos.client.internal.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.Proxy;
import java.net.SocketException;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Predicate;
import javax.net.SocketFactory;
import okhttp3.Connection;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;

/**
 * Retries requests on pooled connections that have become unusable: the server has closed the connection, or has sent
 * bytes without a request, which would be read as the next answer. The request is sent at once on another connection,
 * finally on a new one, if no byte of the answer was read and the request changes nothing on the server or was not
 * sent.
 *
 * <p>Over HTTP/1.1, unsolicited bytes are detected if they have arrived before the request is sent.
 */
final class StaleConnections implements Interceptor {
    private static final String UNASKED = "unsolicited bytes arrived on the connection before the request was sent";
    private static final int MAX_REPETITIONS = 10;

    private final Predicate<HttpUrl> mayRepeat;
    private final boolean countsReads;
    private final Set<Connection> known = Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    private StaleConnections(Predicate<HttpUrl> mayRepeat, boolean countsReads) {
        this.mayRepeat = mayRepeat;
        this.countsReads = countsReads;
    }

    /** Retries around all other interceptors, and checks connections before the interceptors that see one. */
    static void addTo(OkHttpClient.Builder http, Predicate<HttpUrl> mayRepeat) {
        boolean plain = http.build().socketFactory() == SocketFactory.getDefault();
        if (plain) {
            http.socketFactory(CountedSockets.FACTORY);
        }
        StaleConnections stale =
                new StaleConnections(mayRepeat, http.build().socketFactory() == CountedSockets.FACTORY);
        http.interceptors().add(0, stale);
        http.networkInterceptors().add(0, stale);
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Connection connection = chain.connection();
        return connection == null ? send(chain) : look(chain, connection);
    }

    private Response send(Chain chain) throws IOException {
        for (int repetitions = 0; ; repetitions++) {
            try {
                return chain.proceed(chain.request());
            } catch (StaleConnectionException e) {
                if (repetitions == MAX_REPETITIONS
                        || (e.sent() && !mayRepeat.test(chain.request().url()))
                        || chain.call().isCanceled()) {
                    throw e.failure();
                }
            }
        }
    }

    private Response look(Chain chain, Connection connection) throws IOException {
        if (known.add(connection)) {
            return chain.proceed(chain.request());
        }
        boolean counted = countsReads
                && connection.protocol() == Protocol.HTTP_1_1
                && connection.route().proxy().type() != Proxy.Type.SOCKS;
        if (counted && CountedSockets.hasUnread(connection.socket())) {
            throw new StaleConnectionException(new IOException(UNASKED), false);
        }
        long before = CountedSockets.readsOfThisThread();
        Response response;
        try {
            response = chain.proceed(chain.request());
        } catch (IOException e) {
            boolean silent = counted && CountedSockets.readsOfThisThread() == before;
            throw isBeforeAnswer(e, counted, silent) ? new StaleConnectionException(e, true) : e;
        }
        if (counted && CountedSockets.readsOfThisThread() == before) {
            // Not closed, by which the connection could become free again: OkHttp cancels what is thrown away.
            throw new StaleConnectionException(new IOException(UNASKED), true);
        }
        return response;
    }

    private static boolean isBeforeAnswer(IOException thrown, boolean counted, boolean silent) {
        if (thrown instanceof InterruptedIOException) {
            return false;
        }
        return silent
                || isEmptyAnswer(thrown)
                || isUnprocessed(thrown)
                || (!counted && thrown instanceof SocketException);
    }

    /**
     * Over TLS, reading the end of the connection counts as a read. Okio reports the number of bytes by the message
     * alone.
     */
    private static boolean isEmptyAnswer(IOException thrown) {
        return thrown.getCause() instanceof EOFException end
                && String.valueOf(end.getMessage()).startsWith("\\n not found: limit=0 ");
    }

    /** HTTP/2 reports whether the server has processed the requests that were in flight when the connection ended. */
    private static boolean isUnprocessed(IOException thrown) {
        return thrown.getClass().getSimpleName().equals("ConnectionShutdownException")
                || String.valueOf(thrown.getMessage()).equals("stream was reset: REFUSED_STREAM");
    }
}
