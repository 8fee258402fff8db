package hk.qos.stream.internal.flight;

import hk.qos.stream.internal.flight.FlightLog.Flight;
import java.util.function.LongSupplier;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;

/** One attempt to connect, and the connection that it made, from the first step to the end. */
@Name("stream.Connection")
@Label("Stream Connection")
@Description("An attempt to connect a stream, and the connection that it made")
@Category("Stream")
@StackTrace(false)
final class ConnectionEvent extends Event implements Flight {
    @Label("Stream")
    String stream = "";

    @Label("Connection number")
    @Description("Number of the connection, from 1; failed attempts count")
    int connectionNumber;

    @Label("Established")
    @Description("Whether the upgrade succeeded")
    boolean established;

    @Label("Time To Connect")
    @Description("From the start of the attempt to the end of the upgrade; 0 if the upgrade did not succeed")
    @Timespan(Timespan.NANOSECONDS)
    long timeToConnect;

    @Label("Cause")
    @Description("The cause of the end, in one word")
    String cause = "";

    @Label("Detail")
    @Description("A description of the end")
    String detail = "";

    private transient LongSupplier clock = () -> 0;
    private transient long startedAt;

    static ConnectionEvent begin(String stream, int connectionNumber, LongSupplier clock) {
        ConnectionEvent event = new ConnectionEvent();
        event.stream = stream;
        event.connectionNumber = connectionNumber;
        event.clock = clock;
        event.startedAt = clock.getAsLong();
        event.begin();
        return event;
    }

    @Override
    public void established() {
        established = true;
        timeToConnect = clock.getAsLong() - startedAt;
    }

    @Override
    public void end(String cause, String detail) {
        end();
        if (shouldCommit()) {
            this.cause = cause;
            this.detail = detail;
            commit();
        }
    }
}
