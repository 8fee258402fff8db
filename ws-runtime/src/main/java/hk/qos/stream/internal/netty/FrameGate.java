package hk.qos.stream.internal.netty;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.util.List;

/**
 * Runs before the frame decoder. Every received byte is a sign of life, even if its message is incomplete. A single-frame
 * message that exceeds the limit is discarded as it arrives, except its beginning, so it costs neither memory nor the
 * connection. A compressed one passes, since the decompressor needs every byte; the decoder then ends the connection.
 */
final class FrameGate extends ByteToMessageDecoder {
    /** The number of bytes of a discarded message that are kept, to identify it. */
    static final int BEGINNING = 512;

    private static final int SHORTEST_HEADER = 2;
    private static final int FIN = 0x80;
    private static final int RESERVED = 0x70;
    private static final int OPCODE = 0x0f;
    private static final int MASKED = 0x80;
    private static final int LENGTH = 0x7f;
    private static final int TWO_BYTES = 126;
    private static final int EIGHT_BYTES = 127;
    private static final int TEXT = 1;
    private static final int BINARY = 2;

    private final long largest;
    private final NettyConnection connection;
    /** The remaining bytes of the current frame. */
    private long left;

    private boolean discarding;
    private ByteBuf beginning = Unpooled.EMPTY_BUFFER;

    FrameGate(long largest, NettyConnection connection) {
        this.largest = largest;
        this.connection = connection;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
        connection.bytesArrived();
        super.channelRead(context, message);
    }

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
        if (discarding) {
            discard(in);
            return;
        }
        int passing = 0;
        int readable = in.readableBytes();
        while (passing < readable && !discarding) {
            if (left == 0) {
                int header = header(in, in.readerIndex() + passing, readable - passing);
                if (header == 0) {
                    break;
                }
            }
            if (!discarding) {
                long more = Math.min(left, readable - passing);
                passing += (int) more;
                left -= more;
            }
        }
        if (passing > 0) {
            out.add(in.readRetainedSlice(passing));
        } else if (discarding) {
            discard(in);
        }
    }

    /** Reads a frame's header at {@code at} and returns its length; 0 if it is incomplete. */
    private int header(ByteBuf in, int at, int readable) {
        if (readable < SHORTEST_HEADER) {
            return 0;
        }
        int first = in.getUnsignedByte(at);
        int second = in.getUnsignedByte(at + 1);
        int length = second & LENGTH;
        int header = SHORTEST_HEADER + (length == TWO_BYTES ? 2 : length == EIGHT_BYTES ? 8 : 0);
        header += (second & MASKED) == 0 ? 0 : 4;
        if (readable < header) {
            return 0;
        }
        long payload =
                length == TWO_BYTES ? in.getUnsignedShort(at + 2) : length == EIGHT_BYTES ? in.getLong(at + 2) : length;
        int opcode = first & OPCODE;
        boolean whole = (first & FIN) != 0 && (opcode == TEXT || opcode == BINARY);
        discarding = whole && (first & RESERVED) == 0 && (second & MASKED) == 0 && payload > largest;
        if (discarding) {
            beginning = Unpooled.buffer(BEGINNING);
        }
        // The decoder rejects a negative length.
        left = header + Math.max(0, payload);
        return header;
    }

    private void discard(ByteBuf in) {
        int now = (int) Math.min(left, in.readableBytes());
        int kept = Math.min(now, beginning.writableBytes());
        beginning.writeBytes(in, kept);
        in.skipBytes(now - kept);
        left -= now;
        if (left == 0) {
            discarding = false;
            ByteBuf start = beginning;
            beginning = Unpooled.EMPTY_BUFFER;
            int header = start.getUnsignedByte(1) == EIGHT_BYTES ? 10 : start.getUnsignedByte(1) == TWO_BYTES ? 4 : 2;
            connection.tooLarge(start.skipBytes(header));
        }
    }
}
