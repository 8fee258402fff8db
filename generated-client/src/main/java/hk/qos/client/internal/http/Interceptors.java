package hk.qos.client.internal.http;

import java.util.function.Predicate;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** Adds the interceptors that make each failure of OkHttp recognizable. */
public final class Interceptors {
    private Interceptors() {}

    /**
     * Adds them around all other interceptors, and next to the network.
     *
     * @param key removed from exceptions
     * @param proxy its address, or null for none
     * @param maxAnswerBytes the limit of one answer, after decompression
     * @param mayRepeat whether a request to this URL changes nothing on the server
     */
    public static void addTo(
            OkHttpClient.Builder http,
            ApiKey key,
            @Nullable String proxy,
            long maxAnswerBytes,
            Predicate<HttpUrl> mayRepeat) {
        http.followRedirects(false).followSslRedirects(false).retryOnConnectionFailure(false);
        BodyLimit.addTo(http, maxAnswerBytes);
        RetryAfterShield.addTo(http);
        ConnectionWatch.addTo(http, key, proxy);
        StaleConnections.addTo(http, mayRepeat);
    }
}
