package hk.qos.ws;

import org.jspecify.annotations.Nullable;

/** A proxy through which to connect. Its {@link #toString} names neither user nor password. */
public record StreamProxy(
        Kind kind,
        String host,
        int port,
        @Nullable String user,
        @Nullable String password) {

    /** How the proxy is spoken to. */
    public enum Kind {
        HTTP_CONNECT,
        SOCKS5
    }

    public StreamProxy {
        Checks.required("kind", kind);
        Checks.notBlank("host", host);
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("port must lie between 1 and 65535, not " + port);
        }
    }

    public static StreamProxy httpConnect(String host, int port) {
        return new StreamProxy(Kind.HTTP_CONNECT, host, port, null, null);
    }

    public static StreamProxy socks5(String host, int port) {
        return new StreamProxy(Kind.SOCKS5, host, port, null, null);
    }

    public StreamProxy withCredentials(String user, String password) {
        return new StreamProxy(kind, host, port, Checks.required("user", user), Checks.required("password", password));
    }

    @Override
    public String toString() {
        return kind + " " + host + ":" + port;
    }
}
