package hk.qos.cli;

import hk.qos.client.model.KLineType;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Lengths of bars as people write them: {@code 15m}, {@code 1h}, {@code day}. */
final class BarTypes implements ITypeConverter<KLineType>, Iterable<String> {
    private BarTypes() {}

    @Override
    public KLineType convert(String text) {
        String wanted = text.toLowerCase(Locale.ROOT);
        return all().stream()
                .filter(type -> name(type).equals(wanted)
                        || type.name().toLowerCase(Locale.ROOT).equals(wanted))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("'" + text + "' is not a length of bars; use one of "
                        + String.join(", ", all().stream().map(BarTypes::name).toList())));
    }

    @Override
    public Iterator<String> iterator() {
        return all().stream().map(BarTypes::name).iterator();
    }

    static List<KLineType> all() {
        return Arrays.stream(KLineType.values())
                .filter(type -> type != KLineType.UNRECOGNIZED)
                .toList();
    }

    /** The short name: that of {@code MINUTE_15} is {@code 15m}. */
    static String name(KLineType type) {
        String name = type.name().toLowerCase(Locale.ROOT);
        int underscore = name.indexOf('_');
        return underscore < 0 ? name : name.substring(underscore + 1) + name.charAt(0);
    }
}
