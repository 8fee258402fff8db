package hk.qos.client;

import hk.qos.stream.StreamProxy;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The proxy on the way to one address: the one that is set, else that of the caller's OkHttp client, else the JVM's. It is
 * chosen once, when the client is built, so that HTTP, stream and the guard of the key go by the same.
 *
 * @param proxy null for none
 * @param origin who chose it, for messages
 */
record ChosenProxy(@Nullable StreamProxy proxy, String origin) {

    /**
     * Chooses.
     *
     * @param setting the address's
     * @param address as of HTTP, since selectors know no others
     */
    static ChosenProxy of(QosClientBuilder set, String setting, URI address) {
        if (set.proxy != null) {
            return new ChosenProxy(set.proxy, "set by proxy(…)");
        }
        Proxy callers = set.okHttpClient == null ? null : set.okHttpClient.proxy();
        if (callers != null) {
            return new ChosenProxy(asSetting(callers), "of the OkHttpClient");
        }
        ProxySelector selector =
                set.okHttpClient == null ? ProxySelector.getDefault() : set.okHttpClient.proxySelector();
        return new ChosenProxy(
                selector == null ? null : asSetting(first(selector, setting, address)),
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

    private static @Nullable StreamProxy asSetting(Proxy proxy) {
        if (!(proxy.address() instanceof InetSocketAddress address)) {
            return null;
        }
        return proxy.type() == Proxy.Type.SOCKS
                ? StreamProxy.socks5(address.getHostString(), address.getPort())
                : StreamProxy.httpConnect(address.getHostString(), address.getPort());
    }

    /** Its address; null if there is none. */
    @Nullable
    String address() {
        return proxy == null ? null : proxy.host() + ":" + proxy.port();
    }

    /** As OkHttp and the JDK have it. */
    Proxy ofJdk() {
        if (proxy == null) {
            return Proxy.NO_PROXY;
        }
        boolean socks = proxy.kind() == StreamProxy.Kind.SOCKS5;
        return new Proxy(
                socks ? Proxy.Type.SOCKS : Proxy.Type.HTTP,
                InetSocketAddress.createUnresolved(proxy.host(), proxy.port()));
    }
}
