package hk.qos.stream.internal.flight;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;
import jdk.jfr.Timestamp;

/** Pushes of one topic may have been missed. Recorded at the gap's end. */
@Name("stream.Gap")
@Label("Stream Gap")
@Description("Pushes of a topic may have been missed")
@Category("Stream")
@StackTrace(false)
final class GapEvent extends Event {
    @Label("Stream")
    String stream = "";

    @Label("Connection number")
    @Description("Number of the connection that serves the topic again")
    int connectionNumber;

    @Label("Channel")
    String channel = "";

    @Label("Key")
    String key = "";

    @Label("From")
    @Timestamp(Timestamp.MILLISECONDS_SINCE_EPOCH)
    long from;

    @Label("Length")
    @Timespan(Timespan.MILLISECONDS)
    long length;

    @Label("Reason")
    @Description("Why the connection was lost")
    String reason = "";
}
