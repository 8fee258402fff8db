package hk.qos.client.call;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Tells a request for which there was no connection from one that may have been sent: what OkHttp and the JDK throw says
 * it in many ways, of proxies in words alone.
 */
final class ConnectionWatch implements Interceptor {
    private static final class Attempt {
        private boolean connected;
    }

    private final @Nullable String proxy;

    private ConnectionWatch(@Nullable String proxy) {
        this.proxy = proxy;
    }

    /**
     * Watches around all interceptors that there are, and where there is a connection.
     *
     * @param proxy its address, or null for none
     */
    static void addTo(OkHttpClient.Builder http, @Nullable String proxy) {
        ConnectionWatch watch = new ConnectionWatch(proxy);
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
            throw attempt.connected ? e : new NoConnectionException(proxy, e);
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
