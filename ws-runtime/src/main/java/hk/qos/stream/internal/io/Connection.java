package hk.qos.stream.internal.io;

import io.netty.buffer.ByteBuf;

/** A connection, or an attempt to make one. Called on the loop. */
public interface Connection {

    /**
     * Sends one text message. A failure ends the connection.
     *
     * @param frame released by the connection
     * @param written runs on the loop when the socket has taken the whole message
     */
    void send(ByteBuf frame, Runnable written);

    /** Sends a Close frame. The peer's answer ends the connection. */
    void close(int status);

    /** Closes the socket at once. Has no effect if the connection has ended. */
    void abort();
}
