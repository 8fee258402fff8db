package hk.qos.client.internal.http;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Distinguishes a request for which no connection could be made from one that may have been sent. OkHttp and the JDK
 * report this by many exceptions, and for proxies by the message alone.
 */
final class ConnectionWatch implements Interceptor {
    private static final class Attempt {
        private boolean connected;
    }

    private final ApiKey key;
    private final @Nullable String proxy;

    private ConnectionWatch(ApiKey key, @Nullable String proxy) {
        this.key = key;
        this.proxy = proxy;
    }

    /**
     * Adds the interceptors, around all others and next to the network.
     *
     * @param key removed from exceptions, since a proxy can repeat what it received
     * @param proxy its address, or null for none
     */
    static void addTo(OkHttpClient.Builder http, ApiKey key, @Nullable String proxy) {
        ConnectionWatch watch = new ConnectionWatch(key, proxy);
        http.interceptors().add(0, watch);
        http.networkInterceptors().add(0, watch);
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        return chain.connection() == null ? watch(chain) : connected(chain);
    }

    private Response watch(Chain chain) throws IOException {
        Attempt attempt = new Attempt();
        Request marked =
                chain.request().newBuilder().tag(Attempt.class, attempt).build();
        try {
            return chain.proceed(marked);
        } catch (StaleConnectionException e) {
            throw e;
        } catch (IOException e) {
            IOException shown = key.redact(e);
            throw attempt.connected ? shown : new NoConnectionException(proxy, shown);
        }
    }

    private static Response connected(Chain chain) throws IOException {
        Attempt attempt = chain.request().tag(Attempt.class);
        if (attempt != null) {
            attempt.connected = true;
        }
        return chain.proceed(chain.request());
    }
}
