package hk.qos.cli.output;

import java.util.stream.Collectors;

/** Records of any types, each on a line of its own: the type, then the fields that it has. */
final class LineSink implements RecordSink {
    private final Output out;

    LineSink(Output out) {
        this.out = out;
    }

    @Override
    public void add(Record entry) {
        String fields = Column.of(entry.getClass()).stream()
                .filter(column ->
                        column.value(entry, 0) != null && !column.name().equals("level"))
                .map(column -> column.name() + "=" + Values.exact(column.value(entry, 0)))
                .collect(Collectors.joining(" "));
        out.line(entry.getClass().getSimpleName() + " " + fields);
        out.flush();
    }

    @Override
    public void close() {
        out.flush();
    }
}
