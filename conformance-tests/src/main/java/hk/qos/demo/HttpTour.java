package hk.qos.demo;

import hk.qos.client.Operation;
import java.io.PrintStream;
import java.util.Objects;

/** Calls each HTTP interface once. */
final class HttpTour {
    private final Target target;
    private final Checklist score;
    private final PrintStream out;
    private final TerminalColours paint;

    HttpTour(Target target, Checklist score, PrintStream out, TerminalColours paint) {
        this.target = target;
        this.score = score;
        this.out = out;
        this.paint = paint;
    }

    void run() {
        out.println();
        out.println(paint.title("HTTP, each interface once:"));
        for (Operation operation : Operation.values()) {
            if (target.isLive() && !operation.isReadOnly()) {
                row(operation, "not called: it would change something at the service");
                score.notCalled(operation.methodName());
            } else {
                call(operation);
            }
        }
    }

    private void call(Operation operation) {
        try {
            Object called = new Arguments().call(target.client().http(), operation.methodName());
            Object answer = Objects.requireNonNull(called, operation.methodName());
            row(operation, Rows.summary(answer));
            Table.of(answer).lines(paint).forEach(line -> out.println("       " + line));
            score.endpoint();
        } catch (RuntimeException e) {
            row(operation, paint.bad("FAILED"));
            score.missing(operation.toString(), String.valueOf(e.getMessage()));
        }
    }

    private void row(Operation operation, String text) {
        out.printf("  %s  %-17s  %s%n", paint.dim(operation.section()), operation.path(), text);
    }
}
