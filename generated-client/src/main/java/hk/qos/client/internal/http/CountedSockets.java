package hk.qos.client.internal.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Sockets that record what was read before a request was sent: whether unread bytes are available, and how often each
 * thread has read.
 */
final class CountedSockets extends SocketFactory {
    /** The only instance, since clients share connections only if they have the same factory. */
    static final CountedSockets FACTORY = new CountedSockets();

    private static final ThreadLocal<long[]> READS = ThreadLocal.withInitial(() -> new long[1]);

    /** The connected sockets. A TLS socket on top has the same addresses. */
    private static final Map<Ends, CountedSocket> OPEN = new ConcurrentHashMap<>();

    private record Ends(
            @Nullable SocketAddress near, @Nullable SocketAddress far) {
        static Ends of(Socket socket) {
            return new Ends(socket.getLocalSocketAddress(), socket.getRemoteSocketAddress());
        }
    }

    private CountedSockets() {}

    /** Whether unread bytes are available on {@code socket}, which is such a socket or a TLS socket on top of one. */
    static boolean hasUnread(Socket socket) throws IOException {
        CountedSocket counted = OPEN.get(Ends.of(socket));
        return counted != null && counted.getInputStream().available() > 0;
    }

    /** How often this thread has read from such sockets, directly or through TLS. */
    static long readsOfThisThread() {
        return READS.get()[0];
    }

    @Override
    public Socket createSocket() {
        return new CountedSocket();
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return createSocket(InetAddress.getByName(host), port);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort) throws IOException {
        return createSocket(InetAddress.getByName(host), port, from, fromPort);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        Socket socket = createSocket();
        socket.connect(new InetSocketAddress(host, port), 0);
        return socket;
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) throws IOException {
        Socket socket = createSocket();
        socket.bind(new InetSocketAddress(from, fromPort));
        socket.connect(new InetSocketAddress(host, port), 0);
        return socket;
    }

    private static final class CountedSocket extends Socket {
        private volatile @Nullable Ends ends;

        /**
         * Connects to the given address. The JDK would otherwise route through the SOCKS proxy of the default selector.
         */
        CountedSocket() {
            super(Proxy.NO_PROXY);
        }

        @Override
        public void connect(@Nullable SocketAddress address, int timeout) throws IOException {
            super.connect(address, timeout);
            Ends connected = Ends.of(this);
            ends = connected;
            OPEN.put(connected, this);
            if (isClosed()) {
                OPEN.remove(connected, this);
            }
        }

        @Override
        public synchronized void close() throws IOException {
            Ends connected = ends;
            if (connected != null) {
                OPEN.remove(connected, this);
            }
            super.close();
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return new CountedStream(super.getInputStream());
        }
    }

    private static final class CountedStream extends FilterInputStream {
        CountedStream(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(read >= 0);
            return read;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            count(read > 0);
            return read;
        }

        private static void count(boolean something) {
            if (something) {
                READS.get()[0]++;
            }
        }
    }
}
