package hk.qos.cli.output;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Standard output in UTF-8. Unlike a {@code PrintStream}, it throws if it cannot write: a {@link ClosedPipeException} if nobody
 * reads, else an {@link UncheckedIOException}. Thread-safe.
 */
public final class Output {
    private final Writer writer;

    /** Writes to {@code stream}. */
    public Output(OutputStream stream) {
        this.writer = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), 1 << 15);
    }

    /** Writes a text and a line feed. */
    public void line(String text) {
        text(text + "\n");
    }

    /** Writes a text. */
    public void text(String text) {
        attempt(() -> writer.write(text));
    }

    /** Hands what was written to the system. */
    public void flush() {
        attempt(writer::flush);
    }

    private interface Step {
        void run() throws IOException;
    }

    private void attempt(Step step) {
        synchronized (writer) {
            try {
                step.run();
            } catch (IOException e) {
                boolean noReader =
                        String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("pipe");
                throw noReader
                        ? new ClosedPipeException(e)
                        : new UncheckedIOException("cannot write the output: " + e.getMessage(), e);
            }
        }
    }
}
