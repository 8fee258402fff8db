package hk.qos.stream.internal.flight;

import hk.qos.stream.StreamEvent;
import java.time.Duration;
import java.util.function.LongSupplier;

/** Records events of the JDK Flight Recorder. Loaded only if the JVM has one. */
final class JfrLog implements FlightLog {

    @Override
    public Flight begin(String stream, int connectionNumber, LongSupplier clock) {
        return ConnectionEvent.begin(stream, connectionNumber, clock);
    }

    @Override
    public void gap(String stream, int connectionNumber, StreamEvent.Gap gap) {
        GapEvent event = new GapEvent();
        if (event.shouldCommit()) {
            event.stream = stream;
            event.connectionNumber = connectionNumber;
            event.channel = gap.topic().channel();
            event.key = gap.topic().key();
            event.from = gap.from().toEpochMilli();
            event.length = Duration.between(gap.from(), gap.to()).toMillis();
            event.reason = gap.reason();
            event.commit();
        }
    }
}
