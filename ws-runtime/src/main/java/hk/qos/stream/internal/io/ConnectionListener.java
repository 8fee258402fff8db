package hk.qos.stream.internal.io;

import io.netty.buffer.ByteBuf;

/** Hears what happens to one connection, on the loop. */
public interface ConnectionListener {

    /** The upgrade succeeded. */
    void onOpen();

    /** A whole text message, which stays the transport's: it must not be kept after the call. */
    void onText(ByteBuf frame);

    /** A whole binary message was skipped. */
    void onBinary();

    /** Bytes arrived, of whatever: the peer lives. Told before what they are a part of. */
    default void onBytes() {}

    /**
     * A whole message was thrown away, since it is larger than the limit.
     *
     * @param beginning its first bytes, which stay the transport's
     */
    default void onTooLarge(ByteBuf beginning) {}

    /** A ping or pong arrived. */
    void onControl();

    /** The end; nothing follows. Called exactly once, also for an attempt that failed. */
    void onEnd(ConnectionEnd end);
}
