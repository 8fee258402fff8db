package hk.qos.conformance;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server of plain sockets, for behaviour that real server libraries do not offer. It runs a script for each
 * connection and keeps every received byte.
 */
final class RawServer implements AutoCloseable {
    private static final Pattern WEBSOCKET_KEY = Pattern.compile("(?i)sec-websocket-key: *(\\S+)");
    private static final String WEBSOCKET_SALT = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    /** The script of one connection, which is cut when the script returns. */
    interface Script {
        void with(Line line) throws IOException;
    }

    private final ServerSocket port;
    private final List<Script> talks;
    private final List<Line> lines = new CopyOnWriteArrayList<>();
    private final Thread acceptor = new Thread(this::accept, "raw-server");

    /**
     * @param talks the scripts of the first connection, the second and so on; the last one also serves all later
     *     connections
     */
    RawServer(Script... talks) throws IOException {
        this.talks = List.of(talks);
        this.port = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        acceptor.start();
    }

    /** The server's address without a path. */
    String address(String scheme) {
        return scheme + "://127.0.0.1:" + port.getLocalPort();
    }

    /** The number of connections so far. */
    List<Line> lines() {
        return List.copyOf(lines);
    }

    /** All received bytes of all connections, one character for each byte. */
    String heard() {
        StringBuilder all = new StringBuilder();
        lines.forEach(line -> all.append(line.heard()));
        return all.toString();
    }

    private void accept() {
        try {
            for (int number = 0; ; number++) {
                Line line = new Line(port.accept());
                Script talk = talks.get(Math.min(number, talks.size() - 1));
                lines.add(line);
                line.start(talk);
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    @Override
    public void close() throws IOException {
        port.close();
        try {
            acceptor.join();
            for (Line line : lines) {
                line.socket.close();
                line.thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One connection. */
    static final class Line {
        private final Socket socket;
        private final InputStream in;
        private final OutputStream out;
        private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
        private Thread thread = Thread.currentThread();

        private Line(Socket socket) throws IOException {
            this.socket = socket;
            this.in = socket.getInputStream();
            this.out = socket.getOutputStream();
            socket.setTcpNoDelay(true);
        }

        private void start(Script talk) {
            thread = new Thread(
                    () -> {
                        try (socket) {
                            talk.with(this);
                        } catch (IOException hungUp) {
                            // Like a client.
                        }
                    },
                    "raw-server-line");
            thread.start();
        }

        String heard() {
            return heard.toString(StandardCharsets.ISO_8859_1);
        }

        private int read() throws IOException {
            int next = in.read();
            if (next >= 0) {
                heard.write(next);
            }
            return next;
        }

        /** Waits until the first byte arrives. */
        void first() throws IOException {
            read();
        }

        /** Reads until the peer closes. */
        void drain() throws IOException {
            in.transferTo(heard);
        }

        /** Closes the output and reads until the peer closes. */
        void hangUp() throws IOException {
            socket.shutdownOutput();
            drain();
        }

        void write(byte... bytes) throws IOException {
            out.write(bytes);
        }

        /** Writes one byte after each pause until the peer closes. */
        void trickle(byte[] bytes, Duration pause) throws IOException {
            socket.setSoTimeout((int) pause.toMillis());
            for (byte each : bytes) {
                out.write(each);
                try {
                    drain();
                    return;
                } catch (SocketTimeoutException nothingCame) {
                    // Write the next byte.
                }
            }
            socket.setSoTimeout(0);
            drain();
        }

        /** Answers the upgrade. */
        void upgrade(String... headers) throws IOException {
            while (!heard().endsWith("\r\n\r\n")) {
                if (read() < 0) {
                    throw new IOException("no upgrade");
                }
            }
            Matcher key = WEBSOCKET_KEY.matcher(heard());
            String accept = key.find() ? sha1(key.group(1) + WEBSOCKET_SALT) : "";
            write(("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                            + "Sec-WebSocket-Accept: " + accept + "\r\n" + String.join("", headers) + "\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
        }

        private static String sha1(String text) {
            try {
                MessageDigest sha = MessageDigest.getInstance("SHA-1");
                return Base64.getEncoder().encodeToString(sha.digest(text.getBytes(StandardCharsets.US_ASCII)));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }

        /**
         * Sends one frame.
         *
         * @param first flags and opcode
         */
        void frame(int first, byte[] payload) throws IOException {
            ByteBuffer head = ByteBuffer.allocate(10).put((byte) first);
            if (payload.length < 126) {
                head.put((byte) payload.length);
            } else if (payload.length < 1 << 16) {
                head.put((byte) 126).putShort((short) payload.length);
            } else {
                head.put((byte) 127).putLong(payload.length);
            }
            out.write(head.array(), 0, head.position());
            out.write(payload);
        }
    }
}
