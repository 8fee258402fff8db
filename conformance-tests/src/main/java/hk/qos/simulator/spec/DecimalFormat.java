package hk.qos.simulator.spec;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.format.Format;
import java.util.regex.Pattern;

/** Format {@code decimal}: a decimal number as text, without an exponent. */
final class DecimalFormat implements Format {
    private static final Pattern DECIMAL = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?");

    @Override
    public String getName() {
        return "decimal";
    }

    @Override
    public boolean matches(ExecutionContext context, String value) {
        return DECIMAL.matcher(value).matches();
    }
}
