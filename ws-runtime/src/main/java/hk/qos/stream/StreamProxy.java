package hk.qos.stream;

import hk.qos.stream.internal.check.Checks;
import org.jspecify.annotations.Nullable;

/**
 * A proxy through which to connect; it looks up the name of the server. Its {@link #toString} names neither user nor
 * password.
 *
 * @param kind how it is spoken to
 * @param host its name or address, not blank
 * @param port 1 to 65535
 * @param user null for a proxy that lets in everybody
 * @param password null like the user
 */
public record StreamProxy(
        Kind kind,
        String host,
        int port,
        @Nullable String user,
        @Nullable String password) {

    /** How the proxy is spoken to. */
    public enum Kind {
        /** An HTTP proxy, asked for a tunnel by CONNECT. */
        HTTP_CONNECT,
        /** A SOCKS proxy of version 5. */
        SOCKS5
    }

    /** @throws IllegalArgumentException if kind or host is missing, or the port is none */
    public StreamProxy {
        Checks.required("kind", kind);
        Checks.notBlank("host", host);
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("port must lie between 1 and 65535, not " + port);
        }
    }

    /** An HTTP proxy that lets in everybody; {@code port} is 1 to 65535. */
    public static StreamProxy httpConnect(String host, int port) {
        return new StreamProxy(Kind.HTTP_CONNECT, host, port, null, null);
    }

    /** A SOCKS5 proxy that lets in everybody; {@code port} is 1 to 65535. */
    public static StreamProxy socks5(String host, int port) {
        return new StreamProxy(Kind.SOCKS5, host, port, null, null);
    }

    /** The same with what it is told to be let in; neither may be null. */
    public StreamProxy withCredentials(String user, String password) {
        return new StreamProxy(kind, host, port, Checks.required("user", user), Checks.required("password", password));
    }

    @Override
    public String toString() {
        return kind + " " + host + ":" + port;
    }
}
