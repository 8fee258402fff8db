package hk.qos.cli;

import java.util.Arrays;

/** Starts the program. */
public final class Main {
    private Main() {}

    /** Runs a command and exits with its status: 0 for success, 1 for a failure of service or network, 2 for wrong usage. */
    public static void main(String[] arguments) {
        if (Arrays.asList(arguments).contains(ServiceOptions.VERBOSE)) {
            System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "info");
        }
        System.exit(Qos.run(Console.ofProcess(), arguments));
    }
}
