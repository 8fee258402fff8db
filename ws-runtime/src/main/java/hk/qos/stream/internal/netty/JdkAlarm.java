package hk.qos.stream.internal.netty;

import hk.qos.stream.internal.io.Alarm;
import hk.qos.stream.internal.io.Loop;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Uses the one daemon thread that the JDK has for the time-outs of all futures, so that no stream needs one of its own. */
final class JdkAlarm implements Alarm {

    @Override
    public Loop.Timer schedule(long nanos, Runnable task) {
        CompletableFuture<Boolean> due = new CompletableFuture<>();
        var unused = due.thenRun(task);
        var same = due.completeOnTimeout(true, nanos, TimeUnit.NANOSECONDS);
        return () -> same.cancel(false);
    }
}
