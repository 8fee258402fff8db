package hk.qos.client.internal.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLContext;
import okhttp3.HttpUrl;
import org.assertj.core.api.Assertions;

/** Plays a script on each connection, byte by byte, so that it can also send invalid HTTP. */
final class ScriptedServer implements AutoCloseable {
    private final ServerSocket listening;
    private final String scheme;
    private final BlockingQueue<Script> scripts = new LinkedBlockingQueue<>();
    private final BlockingQueue<Script> done = new LinkedBlockingQueue<>();
    private final List<Socket> sockets = new ArrayList<>();
    private final CountDownLatch together = new CountDownLatch(2);
    private int expected;

    ScriptedServer() throws IOException {
        this(ServerSocketFactory.getDefault(), "http");
    }

    /** Over TLS. */
    ScriptedServer(SSLContext tls) throws IOException {
        this(tls.getServerSocketFactory(), "https");
    }

    private ScriptedServer(ServerSocketFactory sockets, String scheme) throws IOException {
        this.listening = sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.scheme = scheme;
        daemon(this::accept);
    }

    /** An answer with one item. */
    static String http(String item) {
        String body = "{\"msg\":\"OK\",\"data\":[\"" + item + "\"]}";
        return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n"
                + body;
    }

    private interface Step {
        void run(Socket socket, InputStream in) throws Exception;
    }

    /** The script of one connection. */
    final class Script {
        private final List<Step> steps = new ArrayList<>();

        Script answer(String item) {
            return onRequest(http(item));
        }

        /** Answers after requests on two connections. */
        Script answerTogether(String item) {
            return step((socket, in) -> {
                readRequest(in);
                together.countDown();
                together.await();
                write(socket, http(item));
            });
        }

        Script onRequest(String bytes) {
            return step((socket, in) -> {
                readRequest(in);
                write(socket, bytes);
            });
        }

        Script onRequest(byte[] bytes) {
            return step((socket, in) -> {
                readRequest(in);
                socket.getOutputStream().write(bytes);
            });
        }

        Script closeOnRequest() {
            return step((socket, in) -> {
                readRequest(in);
                socket.close();
            });
        }

        Script waitFor(CountDownLatch latch) {
            return step((socket, in) -> latch.await());
        }

        Script unasked(String bytes) {
            return step((socket, in) -> write(socket, bytes));
        }

        Script closeNow() {
            return step((socket, in) -> socket.close());
        }

        Script resetOnRequest() {
            return step((socket, in) -> {
                readRequest(in);
                socket.setSoLinger(true, 0);
                socket.close();
            });
        }

        /** The client may send another request here, which is not answered, or end the connection. */
        Script readRequestOrEnd() {
            return step((socket, in) -> in.transferTo(OutputStream.nullOutputStream()));
        }

        private Script step(Step step) {
            steps.add(step);
            return this;
        }

        private void play(Socket socket) {
            try {
                InputStream in = new BufferedInputStream(socket.getInputStream());
                for (Step step : steps) {
                    step.run(socket, in);
                }
                done.add(this);
            } catch (Exception e) {
                // The test then finds the script incomplete.
            }
        }
    }

    /** The script of the next connection; it is complete before the test connects. */
    Script connection() {
        Script script = new Script();
        expected++;
        scripts.add(script);
        return script;
    }

    HttpUrl url() {
        return HttpUrl.get(scheme + "://localhost:" + listening.getLocalPort() + "/");
    }

    /** Asserts that each connection was made and followed its script. */
    void assertDone() throws InterruptedException {
        for (int i = 0; i < expected; i++) {
            Assertions.assertThat(done.poll(20, TimeUnit.SECONDS))
                    .as("script %d of %d that is done", i + 1, expected)
                    .isNotNull();
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listening.accept();
                synchronized (sockets) {
                    sockets.add(socket);
                }
                Script script = scripts.poll();
                if (script == null) {
                    socket.close();
                } else {
                    daemon(() -> script.play(socket));
                }
            }
        } catch (IOException e) {
            // Closed.
        }
    }

    private static void readRequest(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("ended within a request");
            }
            head.append((char) next);
        }
        String length = head.toString().replaceAll("(?s).*Content-Length: (\\d+).*", "$1");
        in.readNBytes(Integer.parseInt(length));
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(ISO_8859_1));
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "scripted-server");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listening.close();
        synchronized (sockets) {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
    }
}
