package hk.qos.stream.internal.netty;

import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoEventLoop;
import io.netty.channel.nio.NioEventLoop;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.util.concurrent.ThreadFactory;

/** Makes and recognizes NIO event loops of Netty 4.1 and 4.2. */
final class NioLoops {
    private NioLoops() {}

    /** Returns the interface because the class declares {@code next()} differently in 4.1 and 4.2. */
    @SuppressWarnings("deprecation") // Deprecated in 4.2, whose replacement 4.1 lacks.
    static EventLoopGroup make(int threads, ThreadFactory factory) {
        return new NioEventLoopGroup(threads, factory);
    }

    @SuppressWarnings("deprecation") // The only NIO loop of 4.1; deprecated in 4.2.
    static boolean runsNio(EventLoop loop) {
        return loop instanceof NioEventLoop || (IoHandlers.PRESENT && IoHandlers.runsNio(loop));
    }

    /** Uses classes that only Netty 4.2 has. */
    static final class IoHandlers {
        static final boolean PRESENT = isPresent();

        private IoHandlers() {}

        private static boolean isPresent() {
            try {
                Class.forName("io.netty.channel.IoEventLoop", false, EventLoop.class.getClassLoader());
                return true;
            } catch (ClassNotFoundException onlyIn42) {
                return false;
            }
        }

        static boolean runsNio(EventLoop loop) {
            return loop instanceof IoEventLoop io && io.isIoType(NioIoHandler.class);
        }
    }
}
