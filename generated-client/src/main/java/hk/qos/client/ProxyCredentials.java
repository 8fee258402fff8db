package hk.qos.client;

import hk.qos.error.AuthenticationException;
import hk.qos.stream.spi.ProxyServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import okhttp3.Authenticator;
import okhttp3.Credentials;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.Route;
import org.jspecify.annotations.Nullable;

/**
 * Sends the proxy user and password once. OkHttp calls it before it opens a tunnel, and again if the proxy rejects
 * them.
 */
final class ProxyCredentials implements Authenticator {
    private static final String HEADER = "Proxy-Authorization";
    /** The scheme of the challenge that OkHttp makes up before the first request. */
    private static final String BEFOREHAND = "OkHttp-Preemptive";

    private final ProxyServer proxy;

    ProxyCredentials(ProxyServer proxy) {
        this.proxy = proxy;
    }

    @Override
    public @Nullable Request authenticate(@Nullable Route route, Response response) throws IOException {
        String user = proxy.user();
        if (user == null && BEFOREHAND.equals(response.header("Proxy-Authenticate"))) {
            return null;
        }
        if (user == null || response.request().header(HEADER) != null) {
            throw new IOException(AuthenticationException.ofProxy(
                    "the proxy " + proxy.address() + " requires a valid user and password: HTTP 407;"
                            + " set proxyCredentials(user, password)",
                    407));
        }
        String password = proxy.password() == null ? "" : proxy.password();
        return response.request()
                .newBuilder()
                .header(HEADER, Credentials.basic(user, password, StandardCharsets.UTF_8))
                .build();
    }
}
