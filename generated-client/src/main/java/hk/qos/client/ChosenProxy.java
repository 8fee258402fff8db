package hk.qos.client;

import hk.qos.stream.spi.ProxyServer;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The proxy for one address: the one that is set, else that of the caller's OkHttp client, else the JVM's. It is chosen once,
 * when the client is built, so that HTTP, stream and the check of unencrypted addresses use the same.
 *
 * @param proxy null for none
 * @param origin where it was configured, for messages
 */
record ChosenProxy(@Nullable ProxyServer proxy, String origin) {

    /**
     * Chooses.
     *
     * @param setting the address's
     * @param address as of HTTP, since selectors know no others
     */
    static ChosenProxy of(QosClientBuilder set, String setting, URI address) {
        ChosenProxy chosen = withoutCredentials(set, setting, address);
        if (chosen.proxy == null || set.proxyUser == null || set.proxyPassword == null) {
            return chosen;
        }
        return new ChosenProxy(chosen.proxy.withCredentials(set.proxyUser, set.proxyPassword), chosen.origin);
    }

    private static ChosenProxy withoutCredentials(QosClientBuilder set, String setting, URI address) {
        if (set.proxy != null) {
            return new ChosenProxy(ProxyServer.of(set.proxy), "set by proxy(…)");
        }
        Proxy callers = set.okHttpClient == null ? null : set.okHttpClient.proxy();
        if (callers != null) {
            return new ChosenProxy(known(callers), "of the OkHttpClient");
        }
        ProxySelector selector =
                set.okHttpClient == null ? ProxySelector.getDefault() : set.okHttpClient.proxySelector();
        return new ChosenProxy(
                selector == null ? null : known(first(selector, setting, address)),
                "of the JVM: http.proxyHost, https.proxyHost, socksProxyHost or ProxySelector");
    }

    private static Proxy first(ProxySelector selector, String setting, URI address) {
        try {
            List<Proxy> proxies = selector.select(address);
            return proxies == null || proxies.isEmpty() ? Proxy.NO_PROXY : proxies.get(0);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(
                    setting + ": the ProxySelector " + selector.getClass().getName() + " gives no proxy: "
                            + e.getClass().getName() + "; set proxy(…)",
                    e);
        }
    }

    /** A proxy of unknown address is none. */
    private static @Nullable ProxyServer known(Proxy proxy) {
        return proxy.address() instanceof InetSocketAddress ? ProxyServer.of(proxy) : null;
    }

    /** Its address; null if there is none. */
    @Nullable
    String address() {
        return proxy == null ? null : proxy.address();
    }

    /** As OkHttp and the JDK have it. */
    Proxy ofJdk() {
        return proxy == null ? Proxy.NO_PROXY : proxy.asJdk();
    }
}
