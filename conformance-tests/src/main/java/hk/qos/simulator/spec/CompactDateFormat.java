package hk.qos.simulator.spec;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.format.Format;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;

/** Format {@code compact-date}: a day as text, {@code 20260102}. */
final class CompactDateFormat implements Format {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);

    @Override
    public String getName() {
        return "compact-date";
    }

    @Override
    public boolean matches(ExecutionContext context, String value) {
        try {
            return value.equals(LocalDate.parse(value, DAY).format(DAY));
        } catch (DateTimeException e) {
            return false;
        }
    }
}
