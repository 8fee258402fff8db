package hk.qos.contract;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The report of a live run: on the console while it runs, and in two Markdown files. It never contains the API key. */
final class LiveReport {
    /** The result of a contract. */
    enum Result {
        PASSED,
        FAILED,
        SKIPPED
    }

    /**
     * One contract.
     *
     * @param contract its description, which begins with the operation
     * @param result the result
     * @param details the reasons of a failure by field, or the reason of a skip
     */
    record Outcome(String contract, Result result, List<String> details) {
        String operation() {
            return contract.substring(0, contract.indexOf(':'));
        }
    }

    private final PrintWriter console;
    private final String key;
    private final List<Outcome> outcomes = new ArrayList<>();

    LiveReport(PrintWriter console, String key) {
        this.console = console;
        this.key = key;
    }

    void say(String line) {
        console.println(clean(line));
        console.flush();
    }

    void add(Outcome outcome) {
        outcomes.add(outcome);
        String details = outcome.details().isEmpty() ? "" : ": " + String.join("; ", outcome.details());
        say(outcome.result() + " " + outcome.contract() + details);
    }

    long count(Result result) {
        return outcomes.stream().filter(o -> o.result() == result).count();
    }

    /** Fails if an operation was skipped entirely, which must not count as success. */
    void failIfNothingPassed(String operation) {
        boolean held = outcomes.stream()
                .filter(o -> o.operation().equals(operation))
                .anyMatch(o -> o.result() != Result.SKIPPED);
        if (!held) {
            add(new Outcome(operation + ": all", Result.FAILED, List.of("no contract of it could be judged")));
        }
    }

    /** Passed only if something was tried and nothing failed. */
    boolean isGood() {
        return count(Result.FAILED) == 0 && count(Result.PASSED) > 0;
    }

    /**
     * Writes both files.
     *
     * @param about names the service and, while the run is not over, says so
     * @param strays the unexpected frames
     */
    void write(Path folder, String about, Drift drift, Strays strays) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("report.md"), clean(report(about) + frames(strays)));
            Files.writeString(folder.resolve("drift.md"), clean(drift(drift) + frames(strays)));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the report to " + folder, e);
        }
    }

    private String report(String about) {
        StringBuilder text = new StringBuilder("# Contracts against a running service\n\n");
        text.append(about).append("\n\n| Operation | Passed | Failed | Skipped |\n|---|---|---|---|\n");
        Map<String, List<Outcome>> byOperation = outcomes.stream()
                .collect(Collectors.groupingBy(Outcome::operation, LinkedHashMap::new, Collectors.toList()));
        byOperation.forEach((operation, of) -> {
            text.append("| ").append(operation);
            for (Result result : Result.values()) {
                text.append(" | ")
                        .append(of.stream().filter(o -> o.result() == result).count());
            }
            text.append(" |\n");
        });
        text.append("\n| Contract | Result | Why |\n|---|---|---|\n");
        outcomes.forEach(o -> text.append("| ")
                .append(cell(o.contract()))
                .append(" | ")
                .append(o.result())
                .append(" | ")
                .append(cell(String.join("; ", o.details())))
                .append(" |\n"));
        return text.toString();
    }

    private static String frames(Strays strays) {
        if (strays.count() == 0) {
            return "";
        }
        StringBuilder text = new StringBuilder("\n## Unexpected frames\n\n| First of its form | Times |\n|---|---|\n");
        strays.seen()
                .forEach(seen -> text.append("| `")
                        .append(cell(seen.first()))
                        .append("` | ")
                        .append(seen.times())
                        .append(" |\n"));
        return text.toString();
    }

    private static String drift(Drift drift) {
        if (drift.findings().isEmpty()) {
            return "No drift: every answer and push is as the documents say.\n";
        }
        StringBuilder text =
                new StringBuilder("| Market | Operation | Field | Drift | Seen | Times |\n|---|---|---|---|---|---|\n");
        drift.findings()
                .forEach((f, times) -> text.append("| ")
                        .append(String.join(
                                " | ",
                                f.market(),
                                f.operation(),
                                "`" + f.field() + "`",
                                cell(f.what()),
                                cell(f.seen())))
                        .append(" | ")
                        .append(times)
                        .append(" |\n"));
        return text.toString();
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("\n", " ");
    }

    /** Removes the API key, even if the server repeats it. */
    String clean(String text) {
        return key.isEmpty() ? text : text.replace(key, "(key)");
    }
}
