package hk.qos.bench.load;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A WebSocket server for one client, in a process of its own: acknowledges each command, and pushes from the fourth
 * command on, until the client closes the connection. Then it prints {@code CPU <ns> <pushes>}: the CPU time of
 * the process since the first push, and the pushes that it wrote.
 *
 * <p>Arguments: pushes a second (0 for as fast as possible), codes, different pushes. Prints {@code PORT <number>} first.
 */
public final class LoadServer {
    private static final String ACCEPT = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final int COMMANDS = 4;
    private static final Pattern KEY = Pattern.compile("(?i)\r\nsec-websocket-key: *(\\S+)");
    private static final Pattern TYPE = Pattern.compile("\"type\" *: *\"(\\w+)\"");
    private static final Pattern ID = Pattern.compile("\"reqid\" *: *(\\d+)");

    private final Queue<byte[]> answers = new ConcurrentLinkedQueue<>();
    private final CountDownLatch subscribed = new CountDownLatch(COMMANDS);

    private LoadServer() {}

    public static void main(String[] arguments) throws Exception {
        int rate = Integer.parseInt(arguments[0]);
        int codes = Integer.parseInt(arguments[1]);
        int pushes = Integer.parseInt(arguments[2]);
        Feed feed = new Feed(Pushes.texts(pushes, Pushes.codes(codes)));
        try (ServerSocketChannel server = ServerSocketChannel.open()) {
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            System.out.println("PORT " + server.socket().getLocalPort());
            try (SocketChannel client = server.accept()) {
                new LoadServer().serve(client, rate, feed);
            }
        }
    }

    private void serve(SocketChannel client, int rate, Feed feed) throws Exception {
        client.socket().setTcpNoDelay(true);
        DataInputStream in =
                new DataInputStream(new BufferedInputStream(client.socket().getInputStream()));
        client.write(ByteBuffer.wrap(upgrade(in)));
        Thread reader = new Thread(() -> readCommands(in), "commands");
        reader.setDaemon(true);
        reader.start();
        while (subscribed.getCount() > 0) {
            writeAnswers(client);
            Thread.sleep(1);
        }
        long before = cpu();
        try {
            if (rate == 0) {
                feed.writeAtFullSpeed(client, this::writeAnswers);
            } else {
                feed.writeAtRate(rate, client, this::writeAnswers);
            }
        } catch (IOException e) {
            System.out.println("CPU " + (cpu() - before) + " " + feed.written()); // The client has what it wanted.
        }
    }

    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private static byte[] upgrade(DataInputStream in) throws IOException, GeneralSecurityException {
        StringBuilder request = new StringBuilder();
        while (request.indexOf("\r\n\r\n") < 0) {
            request.append((char) in.readUnsignedByte());
        }
        Matcher key = KEY.matcher(request);
        if (!key.find()) {
            throw new IOException("not an upgrade request: " + request);
        }
        byte[] digest =
                MessageDigest.getInstance("SHA-1").digest((key.group(1) + ACCEPT).getBytes(StandardCharsets.US_ASCII));
        String answer = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Accept: " + Base64.getEncoder().encodeToString(digest) + "\r\n\r\n";
        return answer.getBytes(StandardCharsets.US_ASCII);
    }

    private void readCommands(DataInputStream in) {
        try {
            while (true) {
                answer(readFrame(in));
            }
        } catch (IOException e) {
            // The client closed the connection; the writer finds out by itself.
        }
    }

    private void answer(String command) {
        Matcher type = TYPE.matcher(command);
        Matcher id = ID.matcher(command);
        if (type.find()) {
            String reqid = id.find() ? ",\"reqid\":" + id.group(1) : "";
            answers.add(Pushes.frame("{\"type\":\"" + type.group(1) + "\",\"msg\":\"OK\"" + reqid + "}"));
            if (!type.group(1).equals("H")) {
                subscribed.countDown();
            }
        }
    }

    private static String readFrame(DataInputStream in) throws IOException {
        in.readUnsignedByte();
        int length = in.readUnsignedByte() & 0x7f;
        if (length == 126) {
            length = in.readUnsignedShort();
        } else if (length == 127) {
            length = (int) in.readLong();
        }
        byte[] mask = in.readNBytes(4);
        byte[] payload = in.readNBytes(length);
        for (int i = 0; i < payload.length; i++) {
            payload[i] ^= mask[i & 3];
        }
        return new String(payload, StandardCharsets.UTF_8);
    }

    private void writeAnswers(WritableByteChannel out) throws IOException {
        for (byte[] answer = answers.poll(); answer != null; answer = answers.poll()) {
            ByteBuffer bytes = ByteBuffer.wrap(answer);
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
        }
    }
}
