package hk.qos.stream.internal.netty;

import static org.assertj.core.api.Assertions.assertThat;

import hk.qos.stream.internal.io.ConnectionEnd;
import hk.qos.stream.internal.io.ConnectionListener;
import hk.qos.stream.spi.StreamSetup;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A server that pings and does not read costs no memory. */
final class PongsTest implements ConnectionListener {
    private final StreamSetup options =
            StreamSetup.builder(URI.create("ws://127.0.0.1:1/")).build();
    private final EmbeddedChannel channel = new EmbeddedChannel();
    private int controls;

    PongsTest() {
        NettyLoop loop = NettyLoop.own(channel.eventLoop());
        Addresses addresses = new Addresses(new DnsLookups(DnsLookups::system, loop, "pongs"));
        channel.pipeline()
                .addLast(new FrameHandler(
                        new NettyConnection(options, loop, new Endpoint(options), addresses, () -> {}, this)));
    }

    @Test
    void pingsAreAnsweredOnlyWhileWritable() {
        ChannelOutboundBuffer queued = Objects.requireNonNull(channel.unsafe().outboundBuffer());
        ping("one");
        queued.setUserDefinedWritability(1, false);
        for (int i = 0; i < 1_000; i++) {
            ping("lost");
        }
        queued.setUserDefinedWritability(1, true);
        ping("two");

        assertThat(pong()).isEqualTo("one");
        assertThat(pong()).isEqualTo("two");
        assertThat(channel.outboundMessages()).isEmpty();
        assertThat(controls).as("signs of life").isEqualTo(1_002);
        channel.finishAndReleaseAll();
    }

    private void ping(String text) {
        ByteBuf content = Unpooled.copiedBuffer(text.getBytes(StandardCharsets.US_ASCII));
        channel.writeInbound(new PingWebSocketFrame(content));
        assertThat(content.refCnt()).isEqualTo(channel.isWritable() ? 1 : 0);
    }

    private String pong() {
        PongWebSocketFrame pong = channel.readOutbound();
        String text = pong.content().toString(StandardCharsets.US_ASCII);
        pong.release();
        return text;
    }

    @Override
    public void onControl() {
        controls++;
    }

    @Override
    public void onOpen() {}

    @Override
    public void onText(ByteBuf frame) {}

    @Override
    public void onBinary() {}

    @Override
    public void onEnd(ConnectionEnd end) {}
}
