package hk.qos.stream.spi;

import hk.qos.stream.internal.check.Checks;
import java.net.InetSocketAddress;
import java.net.Proxy;
import org.jspecify.annotations.Nullable;

/**
 * A proxy, which resolves the server's name. {@link #toString} shows neither user nor password.
 *
 * @param kind its protocol
 * @param host its name or address, not blank
 * @param port 1 to 65535
 * @param user {@code null} if the proxy needs no credentials
 * @param password {@code null} like the user
 */
public record ProxyServer(
        Kind kind,
        String host,
        int port,
        @Nullable String user,
        @Nullable String password) {

    /** The protocol of a proxy. */
    public enum Kind {
        /** An HTTP proxy, which opens a tunnel by CONNECT. */
        HTTP_CONNECT,
        /** A SOCKS proxy of version 5. */
        SOCKS5
    }

    /** @throws IllegalArgumentException if kind or host is missing, or the port is invalid */
    public ProxyServer {
        Checks.required("kind", kind);
        Checks.notBlank("host", host);
        Checks.range("port", port, 1, 65_535);
    }

    /**
     * The proxy that {@code proxy} describes, without credentials; {@code null} for {@link Proxy#NO_PROXY}.
     *
     * @throws IllegalArgumentException if its address is not an {@link InetSocketAddress}, or its port is invalid
     */
    public static @Nullable ProxyServer of(Proxy proxy) {
        if (Checks.required("proxy", proxy).type() == Proxy.Type.DIRECT) {
            return null;
        }
        if (!(proxy.address() instanceof InetSocketAddress address)) {
            throw new IllegalArgumentException("proxy must have an InetSocketAddress, not " + proxy.address());
        }
        Kind kind = proxy.type() == Proxy.Type.SOCKS ? Kind.SOCKS5 : Kind.HTTP_CONNECT;
        return new ProxyServer(kind, address.getHostString(), address.getPort(), null, null);
    }

    /** The same proxy with credentials; neither may be null. */
    public ProxyServer withCredentials(String user, String password) {
        return new ProxyServer(kind, host, port, Checks.required("user", user), Checks.required("password", password));
    }

    /** The proxy as the JDK and OkHttp know it, with an unresolved address and without credentials. */
    public Proxy asJdk() {
        return new Proxy(
                kind == Kind.SOCKS5 ? Proxy.Type.SOCKS : Proxy.Type.HTTP,
                InetSocketAddress.createUnresolved(host, port));
    }

    /** Its address, {@code host:port}. */
    public String address() {
        return host + ":" + port;
    }

    @Override
    public String toString() {
        return kind + " " + address();
    }
}
