package hk.qos.bench.client;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketVersion;
import java.net.URI;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Netty and its WebSocket codec, which only counts frames and reads their times: no client can be cheaper with it. */
final class FrameCounter extends SimpleChannelInboundHandler<WebSocketFrame> {
    private static final byte[] TIME = {'"', 't', 's', '"', ':'};

    private final List<String> codes;
    private final Meter meter;

    private FrameCounter(List<String> codes, Meter meter) {
        this.codes = codes;
        this.meter = meter;
    }

    static AutoCloseable start(URI server, List<String> codes, Meter meter) throws InterruptedException {
        MultiThreadIoEventLoopGroup group = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
        FrameCounter counter = new FrameCounter(codes, meter);
        Channel channel = new Bootstrap()
                .group(group)
                .channel(NioSocketChannel.class)
                .handler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel made) {
                        made.pipeline()
                                .addLast(
                                        new HttpClientCodec(),
                                        new HttpObjectAggregator(1 << 16),
                                        new WebSocketClientProtocolHandler(frames(server)),
                                        counter);
                    }
                })
                .connect(server.getHost(), server.getPort())
                .sync()
                .channel();
        return () -> {
            channel.close().sync();
            group.shutdownGracefully(0, 1, TimeUnit.SECONDS).sync();
        };
    }

    private static WebSocketClientProtocolConfig frames(URI server) {
        return WebSocketClientProtocolConfig.newBuilder()
                .webSocketUri(server)
                .version(WebSocketVersion.V13)
                .maxFramePayloadLength(1 << 20)
                .withUTF8Validator(false) // It would read each byte.
                .build();
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event == WebSocketClientProtocolHandler.ClientHandshakeStateEvent.HANDSHAKE_COMPLETE) {
            Commands.subscriptions(codes).forEach(command -> context.writeAndFlush(new TextWebSocketFrame(command)));
        }
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, WebSocketFrame frame) {
        ByteBuf text = frame.content();
        if (text.getByte(text.readerIndex() + 3) == 'p') {
            meter.push(frame, seconds(text));
        }
    }

    /** The number after the last time's name, which is near the end of a push. */
    private static long seconds(ByteBuf text) {
        int at = text.writerIndex() - TIME.length;
        while (!isTime(text, at)) {
            at--;
        }
        long seconds = 0;
        for (int i = at + TIME.length; text.getByte(i) >= '0' && text.getByte(i) <= '9'; i++) {
            seconds = seconds * 10 + text.getByte(i) - '0';
        }
        return seconds;
    }

    private static boolean isTime(ByteBuf text, int at) {
        for (int i = 0; i < TIME.length; i++) {
            if (text.getByte(at + i) != TIME[i]) {
                return false;
            }
        }
        return true;
    }
}
