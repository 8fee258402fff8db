package hk.qos.stream.virtual;

import hk.qos.stream.StreamEvent;
import hk.qos.stream.Topic;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/** Holds the events of the stream against the only orders in which they may come. */
final class StreamWatch implements Consumer<StreamEvent> {
    private final Trace trace;
    private int epoch;
    private boolean up;
    private boolean ready;
    private boolean over;
    private boolean blind;
    private final Set<Topic> stale = new HashSet<>();

    StreamWatch(Trace trace) {
        this.trace = trace;
    }

    boolean isOver() {
        return over || blind;
    }

    boolean isBlind() {
        return blind;
    }

    /** Topics told to be stale since this was asked last. */
    Set<Topic> takeStale() {
        Set<Topic> taken = Set.copyOf(stale);
        stale.clear();
        return taken;
    }

    @Override
    public void accept(StreamEvent event) {
        trace.add("event " + event);
        // What was dropped was counted; the order of the rest cannot be judged.
        blind |= event instanceof StreamEvent.Overflow overflow
                && overflow.channel().equals("events");
        judge(!over, event);
        if (event instanceof StreamEvent.Connected connected) {
            judge(!up && connected.epoch() > epoch, event);
            epoch = connected.epoch();
            up = true;
            ready = false;
        } else if (event instanceof StreamEvent.ConnectFailed failed) {
            judge(!up && failed.epoch() > epoch, event);
            epoch = failed.epoch();
        } else if (event instanceof StreamEvent.Ready now) {
            judge(up && !ready && now.epoch() == epoch, event);
            ready = true;
        } else if (event instanceof StreamEvent.Disconnected lost) {
            judge(up && lost.epoch() == epoch, event);
            up = false;
        } else if (event instanceof StreamEvent.Stale mute) {
            stale.add(mute.topic());
        } else if (event instanceof StreamEvent.BackingOff) {
            judge(!up, event);
        } else if (event instanceof StreamEvent.Closed || event instanceof StreamEvent.Failed) {
            over = true;
        }
    }

    private void judge(boolean fine, StreamEvent event) {
        if (!fine && !blind) {
            trace.violation("this event may not come here: " + event);
        }
    }
}
