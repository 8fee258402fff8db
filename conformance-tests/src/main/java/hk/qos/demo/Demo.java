package hk.qos.demo;

import hk.qos.error.AuthenticationException;
import java.io.PrintStream;
import java.util.Map;
import java.util.function.Supplier;

/** Runs against a simulator of its own, or against the service that the environment names. */
public final class Demo {
    private Demo() {}

    /** Exits with status 0 only if everything was shown. */
    public static void main(String[] arguments) {
        System.exit(run(System.getenv(), System.out, TerminalColours.ofTerminal()));
    }

    static int run(Map<String, String> environment, PrintStream out, TerminalColours paint) {
        return run(() -> Target.of(environment), out, paint);
    }

    static int run(Supplier<Target> service, PrintStream out, TerminalColours paint) {
        Checklist score = new Checklist();
        out.println(paint.title("The QOS SDK for Java: every interface and command once, pushes, and a reconnect."));
        out.println("It takes about half a minute, since a client leaves a second between two frames. Times are UTC.");
        try (Target target = service.get()) {
            out.println("Against " + target.name());
            new HttpTour(target, score, out, paint).run();
            new StreamTour(target, score, out, paint).run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            score.missing("the rest", "interrupted");
        } catch (AuthenticationException | IllegalArgumentException | IllegalStateException e) {
            score.missing("everything", String.valueOf(e.getMessage()));
        }
        out.println();
        score.problems().forEach(problem -> out.println(paint.bad(problem)));
        out.println(score.problems().isEmpty() ? paint.good(score.line()) : paint.bad(score.line()));
        return score.problems().isEmpty() ? 0 : 1;
    }
}
