package hk.qos.stream.internal.netty;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.util.List;

/**
 * Runs before the frame decoder. Every received byte is a sign of life, even if its message is incomplete.
 *
 * <p>Most messages are one uncompressed text frame, and all of it has arrived: the listener reads these where they are. The
 * frame decoder gets all others. A single-frame message that exceeds the limit is discarded as it arrives, except its
 * beginning, so it costs neither memory nor the connection. A compressed one passes, since the decompressor needs every
 * byte, and so does one that would keep the stream deaf for long; the decoder then ends the connection.
 */
final class FrameGate extends ByteToMessageDecoder {

    /** Receives what the gate reads. Called on the loop. */
    interface Receiver {
        /** Bytes arrived; called before they are decoded, and when all that arrived is decoded. */
        void bytesArrived();

        /** A whole message; the gate releases {@code text} after the call. */
        void text(ByteBuf text);

        /** A message was discarded because it is too large. */
        void tooLarge(ByteBuf beginning);

        /** Whether nothing more is to be read. */
        boolean isEnded();
    }

    /** The number of bytes of a discarded message that are kept, to identify it. */
    static final int BEGINNING = 512;

    /** The size of the largest message that is discarded and does not end the connection: 64 MiB. */
    private static final long MAX_DISCARDED = 64L << 20;

    private static final int SHORTEST_HEADER = 2;
    private static final int FIN = 0x80;
    private static final int RESERVED = 0x70;
    private static final int OPCODE = 0x0f;
    private static final int MASKED = 0x80;
    private static final int LENGTH = 0x7f;
    private static final int TWO_BYTES = 126;
    private static final int EIGHT_BYTES = 127;
    private static final int CONTINUATION = 0;
    private static final int TEXT = 1;
    private static final int BINARY = 2;
    /** FIN, no reserved bit, text, not masked; the rest is the length. */
    private static final int WHOLE_TEXT = 0x8100;

    private final long largest;
    private final Receiver receiver;
    /** The remaining bytes of the current frame. */
    private long left;

    /** Whether a message of several frames has begun and not ended: the frame decoder must see the frames in between. */
    private boolean fragmented;

    private boolean discarding;
    private ByteBuf beginning = Unpooled.EMPTY_BUFFER;

    FrameGate(long largest, Receiver receiver) {
        this.largest = largest;
        this.receiver = receiver;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
        receiver.bytesArrived();
        super.channelRead(context, message);
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) throws Exception {
        receiver.bytesArrived();
        super.channelReadComplete(context);
    }

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
        if (left == 0) {
            while (!fragmented && readText(in)) {}
            readHeader(in);
        }
        if (discarding) {
            discard(in);
        } else if (left > 0 && in.isReadable()) {
            int passing = (int) Math.min(left, in.readableBytes());
            left -= passing;
            out.add(in.readRetainedSlice(passing));
        }
    }

    /** Reads the next message if it is one text frame that has arrived and is not too large; returns whether it is. */
    private boolean readText(ByteBuf in) {
        int readable = in.readableBytes();
        if (readable < SHORTEST_HEADER || receiver.isEnded()) {
            return false;
        }
        int at = in.readerIndex();
        int header = SHORTEST_HEADER;
        int length = in.getUnsignedShort(at) - WHOLE_TEXT;
        if (length == TWO_BYTES && readable >= header + 2) {
            header += 2;
            length = in.getUnsignedShort(at + 2);
            if (length < TWO_BYTES) {
                return false;
            }
        } else if (length < 0 || length >= TWO_BYTES) {
            return false;
        }
        if (length > largest || length > readable - header) {
            return false;
        }
        int arrived = in.writerIndex();
        int end = at + header + length;
        in.setIndex(at + header, end);
        try {
            receiver.text(in);
        } finally {
            in.setIndex(end, arrived);
        }
        return true;
    }

    /** Reads the header of the next frame, if it has arrived, without consuming it. */
    private void readHeader(ByteBuf in) {
        int readable = in.readableBytes();
        int at = in.readerIndex();
        if (readable < SHORTEST_HEADER) {
            return;
        }
        int first = in.getUnsignedByte(at);
        int second = in.getUnsignedByte(at + 1);
        int length = second & LENGTH;
        int header = SHORTEST_HEADER + (length == TWO_BYTES ? 2 : length == EIGHT_BYTES ? 8 : 0);
        header += (second & MASKED) == 0 ? 0 : 4;
        if (readable < header) {
            return;
        }
        long payload =
                length == TWO_BYTES ? in.getUnsignedShort(at + 2) : length == EIGHT_BYTES ? in.getLong(at + 2) : length;
        int opcode = first & OPCODE;
        boolean whole = (first & FIN) != 0 && (opcode == TEXT || opcode == BINARY);
        discarding = whole
                && (first & RESERVED) == 0
                && (second & MASKED) == 0
                && payload > largest
                && payload <= MAX_DISCARDED;
        if (discarding) {
            beginning = Unpooled.buffer(BEGINNING);
        }
        if (opcode == CONTINUATION || opcode == TEXT || opcode == BINARY) {
            fragmented = (first & FIN) == 0;
        }
        // The decoder rejects a negative length.
        left = header + Math.max(0, payload);
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
            receiver.tooLarge(start.skipBytes(header));
        }
    }
}
