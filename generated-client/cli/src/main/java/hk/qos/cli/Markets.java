package hk.qos.cli;

import hk.qos.client.model.Market;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** The markets that a command is about. */
final class Markets {
    @Parameters(
            arity = "1..*",
            paramLabel = "MARKETS",
            converter = Converter.class,
            completionCandidates = Names.class,
            description = "Markets: ${COMPLETION-CANDIDATES}.")
    private List<Market> markets = new ArrayList<>();

    Markets() {}

    List<Market> get() {
        return markets.stream().distinct().toList();
    }

    private static List<String> known() {
        return Arrays.stream(Market.values())
                .filter(market -> market != Market.UNRECOGNIZED)
                .map(Market::wire)
                .toList();
    }

    static final class Names implements Iterable<String> {
        private Names() {}

        @Override
        public Iterator<String> iterator() {
            return known().iterator();
        }
    }

    static final class Converter implements ITypeConverter<Market> {
        private Converter() {}

        @Override
        public Market convert(String text) {
            Market market = Market.fromWire(text.toUpperCase(Locale.ROOT));
            if (market == Market.UNRECOGNIZED) {
                throw new TypeConversionException(
                        "'" + text + "' is not a market; use one of " + String.join(", ", known()));
            }
            return market;
        }
    }
}
