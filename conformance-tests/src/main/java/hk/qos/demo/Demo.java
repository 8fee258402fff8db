package hk.qos.demo;

import java.io.PrintStream;
import java.util.Map;

/** Runs against a simulator of its own, or against the service that the environment names. */
public final class Demo {
    private Demo() {}

    /** Ends with status 0 only if everything was shown. */
    public static void main(String[] arguments) {
        System.exit(run(System.getenv(), System.out));
    }

    static int run(Map<String, String> environment, PrintStream out) {
        Score score = new Score();
        try (Target target = Target.of(environment)) {
            out.println("Against " + target.name());
            new HttpTour(target, score, out).run();
            new StreamTour(target, score, out).run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            score.missing("the rest", "interrupted");
        } catch (IllegalArgumentException | IllegalStateException e) {
            score.missing("everything", String.valueOf(e.getMessage()));
        }
        out.println();
        score.problems().forEach(out::println);
        out.println(score.line());
        return score.problems().isEmpty() ? 0 : 1;
    }
}
