package hk.qos.stream.internal.io;

import io.netty.buffer.ByteBuf;

/** Receives what happens to one connection. Called on the loop. */
public interface ConnectionListener {

    /** The upgrade succeeded. */
    void onOpen();

    /** A complete text message arrived in the last bytes. The transport releases {@code frame} after the call. */
    void onText(ByteBuf frame);

    /** A binary message was skipped. */
    void onBinary();

    /**
     * Bytes arrived, so the peer is alive. Called before the messages that end in them, and again when all bytes that had
     * arrived are handled, which can take long if listeners run on the loop.
     */
    default void onBytes() {}

    /**
     * A message was discarded because it exceeds the limit.
     *
     * @param beginning its first bytes, which the transport releases
     */
    default void onTooLarge(ByteBuf beginning) {}

    /** A ping or pong arrived. */
    void onControl();

    /** The connection or attempt ended. Called exactly once, last. */
    void onEnd(ConnectionEnd end);
}
