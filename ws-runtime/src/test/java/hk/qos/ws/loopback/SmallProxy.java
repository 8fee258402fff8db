package hk.qos.ws.loopback;

import hk.qos.ws.StreamProxy;
import hk.qos.ws.StreamProxy.Kind;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A proxy that speaks CONNECT or SOCKS5, takes everybody to one port of this machine, and keeps what it is told. */
final class SmallProxy implements AutoCloseable {
    /** What it was asked for, as one would write it down. */
    final List<String> asked = new CopyOnWriteArrayList<>();
    /** The answer to whoever asks for a tunnel: a line of HTTP, or a code of SOCKS5. */
    volatile @Nullable String refusal;

    volatile boolean silent;

    private final Kind kind;
    private final int target;
    private final @Nullable String credentials;
    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final List<Thread> threads = new CopyOnWriteArrayList<>();
    private final ServerSocket listening;

    /** @param credentials user and password with a colon between them, without which nobody gets in */
    SmallProxy(Kind kind, int target, @Nullable String credentials) throws IOException {
        this.kind = kind;
        this.target = target;
        this.credentials = credentials;
        this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(() -> {
            while (true) {
                Socket client = listening.accept();
                sockets.add(client);
                start(() -> serve(client));
            }
        });
    }

    private interface Work {
        void run() throws IOException;
    }

    private void start(Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException hungUp) {
                        // As both sides may.
                    }
                },
                "small-proxy");
        threads.add(thread);
        thread.start();
    }

    StreamProxy settings() {
        return new StreamProxy(kind, "127.0.0.1", listening.getLocalPort(), null, null);
    }

    /** Every byte of every client, a character for each. */
    synchronized String heard() {
        return heard.toString(StandardCharsets.ISO_8859_1);
    }

    private void serve(Socket client) throws IOException {
        try (client) {
            DataInputStream in = new DataInputStream(new Overheard(client.getInputStream()));
            OutputStream out = client.getOutputStream();
            if (silent) {
                in.transferTo(OutputStream.nullOutputStream());
            } else if (kind == Kind.HTTP_CONNECT ? connect(in, out) : socks(in, out)) {
                tunnel(client, in, out);
            }
        }
    }

    private void tunnel(Socket client, InputStream in, OutputStream out) throws IOException {
        try (Socket server = new Socket(InetAddress.getLoopbackAddress(), target)) {
            sockets.add(server);
            start(() -> {
                in.transferTo(server.getOutputStream());
                server.shutdownOutput();
            });
            server.getInputStream().transferTo(out);
            client.shutdownOutput();
        }
    }

    private boolean connect(InputStream in, OutputStream out) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                return false;
            }
            head.append((char) next);
        }
        asked.add(head.toString());
        boolean known = credentials == null
                || head.toString()
                        .toLowerCase(Locale.ROOT)
                        .contains("proxy-authorization: basic "
                                + basic(credentials).toLowerCase(Locale.ROOT));
        String answer = refusal != null ? refusal : known ? "200 OK" : "407 Proxy Authentication Required";
        String length = answer.startsWith("200") ? "" : "Content-Length: 0\r\n";
        out.write(("HTTP/1.1 " + answer + "\r\n" + length + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        return answer.startsWith("200");
    }

    static String basic(String credentials) {
        return Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }

    private boolean socks(DataInputStream in, OutputStream out) throws IOException {
        in.readByte();
        byte[] methods = in.readNBytes(in.readUnsignedByte());
        int wanted = credentials == null ? 0 : 2;
        boolean offered = new String(methods, StandardCharsets.ISO_8859_1).indexOf(wanted) >= 0;
        out.write(new byte[] {5, (byte) (offered ? wanted : 0xff)});
        if (!offered || (credentials != null && !knows(in, out, credentials))) {
            return false;
        }
        in.readNBytes(3);
        boolean named = in.readByte() == 3;
        byte[] host = in.readNBytes(named ? in.readUnsignedByte() : 4);
        asked.add(new String(host, StandardCharsets.ISO_8859_1) + ":" + in.readUnsignedShort());
        byte code = refusal == null ? 0 : Byte.parseByte(refusal);
        out.write(new byte[] {5, code, 0, 1, 0, 0, 0, 0, 0, 0});
        return code == 0;
    }

    private static boolean knows(DataInputStream in, OutputStream out, String credentials) throws IOException {
        in.readByte();
        String user = new String(in.readNBytes(in.readUnsignedByte()), StandardCharsets.UTF_8);
        String password = new String(in.readNBytes(in.readUnsignedByte()), StandardCharsets.UTF_8);
        boolean known = credentials.equals(user + ":" + password);
        out.write(new byte[] {1, (byte) (known ? 0 : 1)});
        return known;
    }

    @Override
    public void close() throws IOException {
        listening.close();
        try {
            threads.get(0).join(); // After which nobody new comes.
            for (Socket socket : sockets) {
                socket.close();
            }
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Keeps what is read. */
    private final class Overheard extends InputStream {
        private final InputStream from;

        Overheard(InputStream from) {
            this.from = from;
        }

        @Override
        public int read() throws IOException {
            int next = from.read();
            if (next >= 0) {
                keep(new byte[] {(byte) next}, 0, 1);
            }
            return next;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int count = from.read(into, offset, length);
            if (count > 0) {
                keep(into, offset, count);
            }
            return count;
        }
    }

    private synchronized void keep(byte[] bytes, int offset, int count) {
        heard.write(bytes, offset, count);
    }
}
