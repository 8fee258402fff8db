package hk.qos.stream.virtual;

import hk.qos.stream.StreamEvent;
import hk.qos.stream.Topic;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/** Checks the order of the stream's events. */
final class EventOrderChecker implements Consumer<StreamEvent> {
    private final Trace trace;
    private int connectionNumber;
    private boolean up;
    private boolean ready;
    private boolean over;
    private boolean blind;
    private final Set<Topic> stale = new HashSet<>();

    EventOrderChecker(Trace trace) {
        this.trace = trace;
    }

    boolean isOver() {
        return over || blind;
    }

    boolean isBlind() {
        return blind;
    }

    /** Topics reported as stale since the last call. */
    Set<Topic> takeStale() {
        Set<Topic> taken = Set.copyOf(stale);
        stale.clear();
        return taken;
    }

    @Override
    public void accept(StreamEvent event) {
        trace.add("event " + event);
        // Events were dropped, so the order of the rest cannot be checked.
        blind |= event instanceof StreamEvent.Overflow overflow
                && overflow.channel().equals("events");
        check(!over, event);
        if (event instanceof StreamEvent.Connected connected) {
            check(!up && connected.connectionNumber() > connectionNumber, event);
            connectionNumber = connected.connectionNumber();
            up = true;
            ready = false;
        } else if (event instanceof StreamEvent.ConnectFailed failed) {
            check(!up && failed.connectionNumber() > connectionNumber, event);
            connectionNumber = failed.connectionNumber();
        } else if (event instanceof StreamEvent.Ready now) {
            check(up && !ready && now.connectionNumber() == connectionNumber, event);
            ready = true;
        } else if (event instanceof StreamEvent.Disconnected lost) {
            check(up && lost.connectionNumber() == connectionNumber, event);
            up = false;
        } else if (event instanceof StreamEvent.Stale mute) {
            stale.add(mute.topic());
        } else if (event instanceof StreamEvent.BackingOff) {
            check(!up, event);
        } else if (event instanceof StreamEvent.Closed || event instanceof StreamEvent.Failed) {
            over = true;
        }
    }

    private void check(boolean fine, StreamEvent event) {
        if (!fine && !blind) {
            trace.violation("this event is out of order: " + event);
        }
    }
}
