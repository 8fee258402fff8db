package hk.qos.ws.internal.engine;

import hk.qos.ws.StreamEvent;
import org.slf4j.Logger;

/** One log line an event: stream, epoch, what and why. */
final class EventLog {
    private EventLog() {}

    static void write(Logger log, String stream, int epoch, StreamEvent event) {
        if (event instanceof StreamEvent.CallbackFailed failed) {
            log.warn("[{} #{}] a listener threw", stream, epoch, failed.cause());
        } else if (isWarning(event)) {
            log.warn("[{} #{}] {}", stream, epoch, text(event));
        } else {
            log.info("[{} #{}] {}", stream, epoch, text(event));
        }
    }

    private static boolean isWarning(StreamEvent event) {
        return !(event instanceof StreamEvent.Connected
                || event instanceof StreamEvent.Ready
                || event instanceof StreamEvent.Resumed
                || event instanceof StreamEvent.BackingOff
                || event instanceof StreamEvent.Healthy
                || event instanceof StreamEvent.Closed);
    }

    private static String text(StreamEvent event) {
        if (event instanceof StreamEvent.Disconnected lost) {
            return "disconnected: " + lost.cause().getMessage();
        } else if (event instanceof StreamEvent.ConnectFailed failed) {
            return "could not connect: " + failed.cause().getMessage();
        } else if (event instanceof StreamEvent.Failed failed) {
            return "gives up: " + failed.cause().getMessage();
        } else if (event instanceof StreamEvent.BackingOff wait) {
            return "next attempt in " + Context.text(wait.delay()) + " after " + wait.tries() + " without success";
        } else if (event instanceof StreamEvent.Gap gap) {
            return "gap in " + gap.topic() + " from " + gap.from() + " to " + gap.to() + ": " + gap.cause();
        } else if (event instanceof StreamEvent.Rejected rejected) {
            return rejected.topic() + " rejected: " + rejected.reason();
        }
        return event.toString();
    }
}
