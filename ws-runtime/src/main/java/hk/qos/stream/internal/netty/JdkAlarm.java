package hk.qos.stream.internal.netty;

import hk.qos.stream.internal.io.Alarm;
import hk.qos.stream.internal.io.Loop;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Uses the JDK's daemon thread for timeouts of futures, so that streams need no thread of their own. */
final class JdkAlarm implements Alarm {

    @Override
    public Loop.Timer schedule(long nanos, Runnable task) {
        CompletableFuture<Boolean> due = new CompletableFuture<>();
        var unused = due.thenRun(task);
        var same = due.completeOnTimeout(true, nanos, TimeUnit.NANOSECONDS);
        return () -> same.cancel(false);
    }
}
