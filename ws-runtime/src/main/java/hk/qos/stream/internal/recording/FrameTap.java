package hk.qos.stream.internal.recording;

import io.netty.buffer.ByteBuf;
import java.time.Duration;

/** Receives each message as it arrives. */
public interface FrameTap {

    /** Ignores all messages. */
    FrameTap NONE = new FrameTap() {
        @Override
        public void received(int connectionNumber, long millis, ByteBuf frame) {}

        @Override
        public void close() {}

        @Override
        public void awaitEnd(Duration limit) {}
    };

    /** Receives a complete text message, which the caller releases. Called on the loop; never blocks. */
    void received(int connectionNumber, long millis, ByteBuf frame);

    /** Ends the recording. Called on the loop; never blocks. Calling it again has no effect. */
    void close();

    /** After {@link #close}, waits for the queue to be written. */
    void awaitEnd(Duration limit);
}
