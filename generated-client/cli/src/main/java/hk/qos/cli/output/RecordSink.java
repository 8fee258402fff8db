package hk.qos.cli.output;

/** Writes records of one type, one after the other. Not thread-safe. */
public interface RecordSink extends AutoCloseable {
    /** Writes a record, now or later. */
    void add(Record entry);

    /** Writes what is left. */
    @Override
    void close();
}
