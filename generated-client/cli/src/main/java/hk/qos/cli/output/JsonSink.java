package hk.qos.cli.output;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;

/** JSON by the client's adapters: fields are named as on the wire. One document, an array; or one object a line. */
final class JsonSink implements RecordSink {
    private final Output out;
    private final JsonAdapter<Record> adapter;
    private final boolean lines;
    private boolean begun;

    @SuppressWarnings("unchecked") // An adapter of a record type takes its records.
    JsonSink(Output out, Moshi moshi, Class<? extends Record> type, boolean lines) {
        this.out = out;
        this.adapter = (JsonAdapter<Record>) moshi.adapter(type);
        this.lines = lines;
    }

    @Override
    public void add(Record entry) {
        String json = adapter.toJson(entry);
        if (lines) {
            out.line(json);
        } else {
            out.text((begun ? ",\n" : "[\n") + json);
            begun = true;
        }
    }

    @Override
    public void close() {
        if (!lines) {
            out.line(begun ? "\n]" : "[]");
        }
        out.flush();
    }
}
