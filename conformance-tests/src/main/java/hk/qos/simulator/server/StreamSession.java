package hk.qos.simulator.server;

import hk.qos.simulator.fault.FaultTarget;
import hk.qos.simulator.observe.ConnectionView;
import hk.qos.simulator.replay.Replay;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One stream connection. */
@SuppressWarnings("FutureReturnValueIgnored") // A failed write ends the connection; nothing else is to be done.
public final class StreamSession extends SimpleChannelInboundHandler<WebSocketFrame> implements FaultTarget {
    /** The time that a client has to answer a Close frame. */
    private static final int CLOSE_ANSWER_MILLIS = 1000;

    private final ServerContext server;
    private final Channel channel;
    private final long id;
    private final String key;
    private final Instant openedAt = Instant.now();
    private final Subscriptions subscriptions = new Subscriptions();
    private final FrameResponder frames;
    private final Pusher pusher;
    private volatile @Nullable Instant closedAt;
    private volatile int closeCode;
    private boolean closing;
    private boolean replaying;

    StreamSession(ServerContext server, Channel channel, long id, String key) {
        this.server = server;
        this.channel = channel;
        this.id = id;
        this.key = key;
        this.frames = new FrameResponder(server, this, subscriptions);
        this.pusher = new Pusher(server, this, subscriptions);
        channel.closeFuture().addListener(closed -> ended());
    }

    /** Called after the upgrade. */
    void open() {
        if (server.settings().pushes() && server.settings().replay() == null) {
            pusher.start(channel.eventLoop());
        }
    }

    /** Called after a subscription is acknowledged. */
    void subscribed() {
        Replay replay = server.settings().replay();
        if (replay != null && !replaying) {
            replaying = true;
            play(replay);
        }
    }

    /** Plays a recording to this connection; the future completes with the number of messages sent. */
    public CompletableFuture<Integer> play(Replay replay) {
        return new Playback(server, this, subscriptions, replay, channel.eventLoop()).start();
    }

    private void ended() {
        closedAt = Instant.now();
        pusher.stop();
        server.connections().ended(this);
    }

    long id() {
        return id;
    }

    boolean hasKey(String other) {
        return key.equals(other);
    }

    ConnectionView view() {
        return new ConnectionView(id, openedAt, closedAt, closeCode, subscriptions.view(), pusher.sent());
    }

    boolean isOpen() {
        return channel.isActive() && !closing;
    }

    boolean isWritable() {
        return channel.isWritable();
    }

    /** Sends a message, unless the server is silent by then. */
    void send(JsonNode message, Duration delay) {
        Runnable now = () -> {
            write(message);
            flush();
        };
        if (delay.isZero()) {
            now.run();
        } else {
            channel.eventLoop().schedule(now, delay.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    void write(JsonNode message) {
        if (!server.faults().isSilent() && channel.isActive() && !closing) {
            write(Unpooled.copiedBuffer(message.toString(), StandardCharsets.UTF_8));
        }
    }

    /** Writes a text message of these bytes. */
    void writeText(byte[] message) {
        write(Unpooled.wrappedBuffer(message));
    }

    void flush() {
        channel.flush();
    }

    private void write(ByteBuf message) {
        ByteBuf text = server.faults().hasByteOrderMark()
                ? Unpooled.wrappedBuffer(Unpooled.copiedBuffer(Bodies.BYTE_ORDER_MARK, StandardCharsets.UTF_8), message)
                : message;
        int size = server.faults().fragmentSize();
        if (size <= 0 || text.readableBytes() <= size) {
            channel.write(new TextWebSocketFrame(text));
            return;
        }
        channel.write(new TextWebSocketFrame(false, 0, text.readRetainedSlice(size)));
        while (text.readableBytes() > size) {
            channel.write(new ContinuationWebSocketFrame(false, 0, text.readRetainedSlice(size)));
        }
        channel.write(new ContinuationWebSocketFrame(true, 0, text));
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, WebSocketFrame frame) {
        if (frame instanceof TextWebSocketFrame text) {
            if (!closing) {
                frames.take(text.text());
            }
        } else if (frame instanceof CloseWebSocketFrame close) {
            closeCode = close.statusCode();
            if (!server.faults().isSilent()) {
                answerClose(close);
            }
        } else if (server.faults().isSilent()) {
            return;
        } else if (frame instanceof PingWebSocketFrame ping) {
            channel.writeAndFlush(new PongWebSocketFrame(ping.content().retain()));
        } else if (frame instanceof BinaryWebSocketFrame) {
            frames.takeBinary();
        }
    }

    private void answerClose(CloseWebSocketFrame close) {
        if (closing) {
            channel.close();
        } else {
            closing = true;
            channel.writeAndFlush(close.retain()).addListener(ChannelFutureListener.CLOSE);
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        context.close(); // A connection reset by the client is normal.
    }

    @Override
    public void cut() {
        Sockets.cut(channel);
    }

    @Override
    public void reset() {
        Sockets.reset(channel);
    }

    @Override
    public void close(int code, String reason) {
        CloseWebSocketFrame frame = new CloseWebSocketFrame(code, shortened(reason));
        channel.eventLoop().execute(() -> {
            if (closing) {
                frame.release();
                return;
            }
            closing = true;
            channel.writeAndFlush(frame);
            channel.eventLoop().schedule(() -> channel.close(), CLOSE_ANSWER_MILLIS, TimeUnit.MILLISECONDS);
        });
    }

    /** A reason has at most 123 bytes. */
    private static String shortened(String reason) {
        byte[] bytes = reason.getBytes(StandardCharsets.UTF_8);
        if (bytes.length <= 123) {
            return reason;
        }
        int end = 120;
        while ((bytes[end] & 0xC0) == 0x80) {
            end--;
        }
        return new String(bytes, 0, end, StandardCharsets.UTF_8) + "...";
    }

    /** Completes before it returns; otherwise the event loop could read more in the meantime. */
    @Override
    public void read(boolean on) {
        if (channel.eventLoop().inEventLoop()) {
            channel.config().setAutoRead(on);
        } else {
            channel.eventLoop().submit(() -> channel.config().setAutoRead(on)).awaitUninterruptibly();
        }
    }

    @Override
    public void send(byte[] payload, boolean text) {
        ByteBuf content = Unpooled.wrappedBuffer(payload.clone());
        channel.writeAndFlush(text ? new TextWebSocketFrame(content) : new BinaryWebSocketFrame(content));
    }

    @Override
    public void write(byte[] raw) {
        channel.writeAndFlush(Unpooled.wrappedBuffer(raw.clone()));
    }
}
