package hk.qos.simulator.spec;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.format.Format;
import java.util.regex.Pattern;

/** An address as far as its looks tell; which top-level domains there are is not asked, since a test may invent one. */
final class EmailFormat implements Format {
    private static final Pattern ADDRESS = Pattern.compile("[^@\\s]+@[^@\\s.]+(\\.[^@\\s.]+)*");

    @Override
    public String getName() {
        return "email";
    }

    @Override
    public boolean matches(ExecutionContext context, String value) {
        return ADDRESS.matcher(value).matches();
    }
}
