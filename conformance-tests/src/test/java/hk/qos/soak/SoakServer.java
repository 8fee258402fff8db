package hk.qos.soak;

import hk.qos.simulator.QosSimulator;
import hk.qos.simulator.fault.Faults;
import hk.qos.simulator.fault.HttpFault;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/**
 * The simulator in a separate process, so that its memory is not counted as the client's. Prints its address, executes
 * one command for each input line, and exits at the end of its input.
 */
public final class SoakServer {
    static final long SEED = 7;
    static final int PUSHES_A_SECOND = 20;

    private SoakServer() {}

    /** Runs it until its input ends. */
    public static void main(String[] arguments) throws Exception {
        try (QosSimulator simulator = QosSimulator.builder()
                        .unlimited()
                        .seed(SEED)
                        .pushRate(PUSHES_A_SECOND)
                        .start();
                BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            System.out.println(simulator.httpUri() + " " + simulator.wsUri());
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                obey(simulator.faults(), line, simulator.wsUri().getPath());
                System.out.println("done");
            }
        }
    }

    private static void obey(Faults faults, String order, String path) {
        switch (order) {
            case "cut" -> faults.cut();
            case "reset" -> faults.reset();
            case "close" -> faults.close(1001, "going away");
            case "lost-acks" -> {
                faults.loseAnswers("T", 1);
                faults.loseAnswers("K", 1);
                faults.cut();
            }
            case "refused-upgrade" -> {
                faults.http(path, HttpFault.status(503), 2);
                faults.cut();
            }
            case "malformed" -> {
                for (int i = 0; i < 12; i++) {
                    faults.sendMalformedFrame();
                }
            }
            case "black-hole" -> faults.blackHole();
            case "clear" -> faults.clear();
            default -> throw new IllegalArgumentException(order);
        }
    }
}
