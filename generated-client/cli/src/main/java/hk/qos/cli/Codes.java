package hk.qos.cli;

import hk.qos.client.model.InstrumentCodes;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The instruments that a command is about. */
final class Codes {
    static final String DESCRIPTION = "Instruments, such as HK:700, 700.HK, AAPL.US, sh600519 or US:AAPL,TSLA.";

    @Spec(Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    @Parameters(arity = "1..*", paramLabel = "CODES", description = DESCRIPTION)
    private List<String> texts = new ArrayList<>();

    Codes() {}

    /** Returns each code once, in canonical spelling. */
    List<String> get() {
        return all(texts, command);
    }

    /** Returns each code of arguments once, in canonical spelling. */
    static List<String> all(List<String> texts, CommandSpec command) {
        Set<String> codes = new LinkedHashSet<>();
        for (String text : texts) {
            try {
                codes.addAll(read(text));
            } catch (IllegalArgumentException e) {
                throw new ParameterException(command.commandLine(), String.valueOf(e.getMessage()), e);
            }
        }
        return List.copyOf(codes);
    }

    /** Reads one code, or several with commas between; one without a market is of that before it. */
    static List<String> read(String text) {
        List<String> codes = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            codes.add(codes.isEmpty() ? InstrumentCodes.parse(part) : next(codes.get(codes.size() - 1), part));
        }
        return codes;
    }

    private static String next(String before, String part) {
        try {
            return InstrumentCodes.parse(part);
        } catch (IllegalArgumentException e) {
            return InstrumentCodes.parse(before.substring(0, before.indexOf(':') + 1) + part);
        }
    }
}
