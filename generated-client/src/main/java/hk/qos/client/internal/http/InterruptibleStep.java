package hk.qos.client.internal.http;

import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.spi.AbstractInterruptibleChannel;

/**
 * A step that an interrupt of its thread ends. A thread that reads from a socket does not notice an interrupt; the JDK closes
 * the channel that a thread is using, and this is one as far as the JDK is concerned.
 */
final class InterruptibleStep extends AbstractInterruptibleChannel {
    private final Runnable cancel;

    private InterruptibleStep(Runnable cancel) {
        this.cancel = cancel;
    }

    /**
     * Runs a step.
     *
     * @param cancel makes the step end soon; called on the thread that interrupts this one, must not block
     */
    static void run(Runnable step, Runnable cancel) {
        InterruptibleStep interruptible = new InterruptibleStep(cancel);
        interruptible.begin();
        try {
            step.run();
        } finally {
            interruptible.leave();
        }
    }

    private void leave() {
        try {
            end(true);
        } catch (AsynchronousCloseException interrupted) {
            // The thread is still marked as interrupted, which its next wait finds.
        }
    }

    @Override
    protected void implCloseChannel() {
        cancel.run();
    }
}
