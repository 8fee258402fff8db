package hk.qos.client.internal.http;

import java.util.function.Predicate;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** What OkHttp does otherwise than by itself, so that every failure can be told for what it is. */
public final class Interceptors {
    private Interceptors() {}

    /**
     * Adds them around all that there are, and next to the network.
     *
     * @param key taken out of what is thrown
     * @param proxy its address, or null for none
     * @param maxAnswerBytes of one answer, unpacked
     * @param mayRepeat whether a request to this address changes nothing on the server
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
