package hk.qos.stream.internal.engine;

import hk.qos.stream.internal.delivery.Received;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * The newest push of a topic and its time: set on the loop, for each push, without an object that holds both; read on any
 * thread.
 */
final class LatestPush<T> {
    private static final VarHandle VERSION;

    static {
        try {
            VERSION = MethodHandles.lookup().findVarHandle(LatestPush.class, "version", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** Odd while the fields are being changed. */
    @SuppressWarnings("unused") // by VERSION
    private int version;

    private @Nullable T data;
    private long millis;
    private int bytes;

    /** Sets the newest push; on the loop. */
    void set(@Nullable T newest, long at, int size) {
        int changing = version + 1;
        VERSION.setOpaque(this, changing);
        VarHandle.storeStoreFence();
        data = newest;
        millis = at;
        bytes = size;
        VERSION.setRelease(this, changing + 1);
    }

    /** The newest push; null if there is none. Any thread. */
    @Nullable
    Received<T> get() {
        while (true) {
            int before = (int) VERSION.getAcquire(this);
            T newest = data;
            long at = millis;
            int size = bytes;
            VarHandle.loadLoadFence();
            if ((before & 1) == 0 && before == (int) VERSION.getOpaque(this)) {
                return newest == null ? null : new Received<>(newest, at, size);
            }
            Thread.onSpinWait();
        }
    }
}
