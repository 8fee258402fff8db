package hk.qos.stream.internal.io;

import io.netty.buffer.ByteBuf;

/** One connection, or the attempt to make one. Called on the loop. */
public interface Connection {

    /**
     * Sends one text message. A failure ends the connection.
     *
     * @param frame released by the connection
     * @param written run on the loop once the socket has taken all of it
     */
    void send(ByteBuf frame, Runnable written);

    /** Sends a Close frame; the peer's answer ends the connection. */
    void close(int status);

    /** Cuts the connection at once. Harmless if it has ended. */
    void abort();
}
