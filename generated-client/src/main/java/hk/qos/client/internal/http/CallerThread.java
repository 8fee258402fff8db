package hk.qos.client.internal.http;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BooleanSupplier;

/**
 * Runs the attempts of a blocking call on the thread that waits for it, which saves a change of threads there and back. An
 * attempt that may have to look up an address or to connect runs elsewhere, since nothing can end a look-up that hangs.
 */
final class CallerThread implements Executor {
    private final Executor others;
    private final BooleanSupplier warm;
    private final BlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
    private boolean left;

    /**
     * @param others runs what the caller does not
     * @param warm whether a connection is ready
     */
    CallerThread(Executor others, BooleanSupplier warm) {
        this.others = others;
        this.warm = warm;
    }

    @Override
    public void execute(Runnable attempt) {
        if (!warm.getAsBoolean() || !offer(attempt)) {
            others.execute(attempt);
        }
    }

    private synchronized boolean offer(Runnable attempt) {
        return !left && tasks.add(attempt);
    }

    /** Waits until {@code call} is done, and runs its attempts meanwhile. Cancels it if the thread is interrupted. */
    @SuppressWarnings("FutureReturnValueIgnored") // the stage only wakes this thread
    void await(CompletableFuture<?> call) throws InterruptedException {
        call.whenComplete((payload, failure) -> tasks.add(() -> {}));
        try {
            while (!call.isDone()) {
                InterruptibleStep.run(tasks.take(), () -> call.cancel(true));
            }
        } finally {
            call.cancel(true); // If it is done already, this has no effect.
            leave();
        }
    }

    /** An attempt that was not begun still has to give back its slot. */
    private void leave() {
        synchronized (this) {
            left = true;
        }
        tasks.forEach(Runnable::run);
    }
}
