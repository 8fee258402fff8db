package hk.qos.simulator.junit;

/** A report of what the simulator received, attached to the failure of a test. */
final class SimulatorReport extends RuntimeException {
    private static final long serialVersionUID = 1;

    SimulatorReport(String text) {
        super(text, null, false, false);
    }
}
