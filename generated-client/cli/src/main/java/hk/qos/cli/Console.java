package hk.qos.cli;

import hk.qos.cli.output.Colours;
import hk.qos.cli.output.Output;
import hk.qos.simulator.QosSimulator;
import hk.qos.simulator.QosSimulatorBuilder;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What the program is connected to.
 *
 * @param out standard output
 * @param err standard error
 * @param environment the environment's variables
 * @param terminal the terminal that shows standard output, or {@link Terminal#NONE}
 * @param progress whether a terminal shows standard error, and with it progress
 * @param simulator the simulator of {@code --simulator}
 */
record Console(
        Output out,
        PrintWriter err,
        Map<String, String> environment,
        Terminal terminal,
        boolean progress,
        Supplier<QosSimulatorBuilder> simulator) {

    static Console ofProcess() {
        return new Console(
                new Output(new FileOutputStream(FileDescriptor.out)),
                new PrintWriter(
                        new OutputStreamWriter(new FileOutputStream(FileDescriptor.err), StandardCharsets.UTF_8), true),
                System.getenv(),
                Terminal.ofOutput(),
                Terminal.shows(Terminal.ERROR),
                () -> QosSimulator.builder().unlimited());
    }

    /** Colours if a terminal shows them and the user has not switched them off. */
    Colours colours() {
        boolean off = !environment.getOrDefault("NO_COLOR", "").isEmpty()
                || environment.getOrDefault("TERM", "").equals("dumb");
        return new Colours(terminal.isPresent() && !off);
    }

    /** Writes a line for people to standard error. */
    void say(String text) {
        err.println("qos: " + text);
        err.flush();
    }
}
