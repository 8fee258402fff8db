package hk.qos.stream.internal.recording;

import io.netty.buffer.ByteBuf;
import java.time.Duration;

/** Sees each message as it comes in. */
public interface FrameTap {

    /** Looks away. */
    FrameTap NONE = new FrameTap() {
        @Override
        public void received(int epoch, long millis, ByteBuf frame) {}

        @Override
        public void close() {}

        @Override
        public void awaitEnd(Duration limit) {}
    };

    /** A whole text message, which stays the caller's. Called on the loop, never blocks. */
    void received(int epoch, long millis, ByteBuf frame);

    /** Nothing follows. Called on the loop, never blocks; harmless the second time. */
    void close();

    /** Waits, once it is closed, for what is still to be written. */
    void awaitEnd(Duration limit);
}
