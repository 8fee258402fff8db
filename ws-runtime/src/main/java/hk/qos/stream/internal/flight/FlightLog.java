package hk.qos.stream.internal.flight;

import hk.qos.stream.StreamEvent;
import java.util.function.LongSupplier;

/** Records connections and gaps in flight recordings. */
public interface FlightLog {

    /** Records nothing. */
    FlightLog NONE = new FlightLog() {
        @Override
        public Flight begin(String stream, int connectionNumber, LongSupplier clock) {
            return Flight.NONE;
        }

        @Override
        public void gap(String stream, int connectionNumber, StreamEvent.Gap gap) {}
    };

    /**
     * An attempt to connect begins.
     *
     * @param clock nanoseconds, as of {@link System#nanoTime}
     */
    Flight begin(String stream, int connectionNumber, LongSupplier clock);

    /** Pushes of a topic may have been missed. */
    void gap(String stream, int connectionNumber, StreamEvent.Gap gap);

    /** The log of this JVM; {@link #NONE} if it has no flight recorder. */
    static FlightLog available() {
        return Present.LOG;
    }

    /** Looked up once. */
    final class Present {
        private static final FlightLog LOG = find();

        private Present() {}

        private static FlightLog find() {
            try {
                Class.forName("jdk.jfr.Event", false, FlightLog.class.getClassLoader());
                return new JfrLog();
            } catch (ClassNotFoundException | LinkageError e) {
                // A run-time image without the module jdk.jfr.
                return NONE;
            }
        }
    }

    /** One attempt and the connection that it makes. */
    interface Flight {
        /** Records nothing. */
        Flight NONE = new Flight() {
            @Override
            public void established() {}

            @Override
            public void end(String cause, String detail) {}
        };

        /** The upgrade is done. */
        void established();

        /**
         * The attempt or connection ended.
         *
         * @param cause one of a small fixed set of words
         * @param detail a description
         */
        void end(String cause, String detail);
    }
}
