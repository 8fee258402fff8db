package hk.qos.stream.internal.netty;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.RecvByteBufAllocator;

/**
 * Reads from the socket into arrays that are used again, so that messages are decoded where they are and cost no buffer. A frame
 * that has arrived in part keeps one buffer until the next read, so there are two. For one connection.
 */
final class HeapBuffers implements RecvByteBufAllocator {
    private final RecvByteBufAllocator sizes = new AdaptiveRecvByteBufAllocator();
    private ByteBuf next = Unpooled.EMPTY_BUFFER;
    private ByteBuf last = Unpooled.EMPTY_BUFFER;

    @Override
    @SuppressWarnings("deprecation") // the interface has no other method
    public Handle newHandle() {
        return new DelegatingHandle(sizes.newHandle()) {
            @Override
            public ByteBuf allocate(ByteBufAllocator allocator) {
                return buffer(guess());
            }
        };
    }

    /** Only this class holds a buffer whose count is 1. Garbage collection frees the arrays. */
    private ByteBuf buffer(int size) {
        ByteBuf buffer = next;
        if (buffer.refCnt() != 1 || buffer.capacity() < size) {
            buffer.release();
            buffer = Unpooled.buffer(size);
        }
        next = last;
        last = buffer;
        return buffer.clear().retain();
    }
}
