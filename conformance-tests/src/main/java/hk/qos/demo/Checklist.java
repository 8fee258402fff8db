package hk.qos.demo;

import java.util.ArrayList;
import java.util.List;

/** Counts what was shown and what is missing. */
final class Checklist {
    private final List<String> problems = new ArrayList<>();
    private final List<String> notCalled = new ArrayList<>();
    private int endpoints;
    private int commands;
    private long pushes;
    private int reconnects;
    private long lost;

    void endpoint() {
        endpoints++;
    }

    /** Notes a step that was left out on purpose. */
    void notCalled(String operation) {
        notCalled.add(operation);
    }

    void command() {
        commands++;
    }

    void stream(long pushes, int reconnects, long lost) {
        this.pushes = pushes;
        this.reconnects = reconnects;
        this.lost = lost;
        if (reconnects != 1) {
            missing("one reconnect", "there were " + reconnects);
        }
        if (lost > 0) {
            missing("subscriptions", lost + " did not come back");
        }
    }

    void missing(String what, String why) {
        problems.add("missing: " + what + ": " + why);
    }

    List<String> problems() {
        return problems;
    }

    String line() {
        String left = notCalled.isEmpty() ? "" : " (" + String.join(", ", notCalled) + " not called)";
        return "demo: " + endpoints + " endpoints" + left + ", " + commands + " commands, " + pushes + " pushes, "
                + reconnects + (reconnects == 1 ? " reconnect, " : " reconnects, ") + lost + " subscriptions lost";
    }
}
