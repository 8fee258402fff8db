package hk.qos.cli;

import hk.qos.client.model.Adjustment;
import hk.qos.client.model.KLineType;
import picocli.CommandLine.Option;

/** The kind of bars. */
final class BarOptions {
    @Option(
            names = "--type",
            paramLabel = "TYPE",
            converter = BarTypes.class,
            completionCandidates = BarTypes.class,
            defaultValue = "day",
            description = "Length of a bar: ${COMPLETION-CANDIDATES} (${DEFAULT-VALUE}).")
    private KLineType type = KLineType.DAY;

    @Option(names = "--adjusted", description = "Adjust prices for splits and dividends.")
    private boolean adjusted;

    BarOptions() {}

    KLineType type() {
        return type;
    }

    Adjustment adjustment() {
        return adjusted ? Adjustment.FORWARD : Adjustment.NONE;
    }

    /** The length in the words of {@code --type}. */
    String length() {
        return BarTypes.name(type);
    }
}
