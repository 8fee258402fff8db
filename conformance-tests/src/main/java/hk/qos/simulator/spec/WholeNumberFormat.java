package hk.qos.simulator.spec;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.format.Format;
import java.math.BigInteger;
import tools.jackson.databind.JsonNode;

/** A format that limits integers, which JSON Schema does not. */
final class WholeNumberFormat implements Format {
    private final String name;
    private final BigInteger least;
    private final BigInteger most;

    WholeNumberFormat(String name, long least, long most) {
        this.name = name;
        this.least = BigInteger.valueOf(least);
        this.most = BigInteger.valueOf(most);
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public boolean matches(ExecutionContext context, SchemaContext schema, JsonNode value) {
        if (!value.isIntegralNumber()) {
            return true; // The keyword `type` reports it.
        }
        BigInteger number = value.bigIntegerValue();
        return number.compareTo(least) >= 0 && number.compareTo(most) <= 0;
    }
}
