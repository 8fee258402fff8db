package hk.qos.bench.client;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * The sum over all codes, decimals and times of a push, which shows that a client has decoded everything: records of the
 * SDK and objects of the other clients with the same content have the same sum.
 */
final class Checksum {
    private Checksum() {}

    static long of(Object push) {
        try {
            return value(push);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long value(Object value) throws ReflectiveOperationException {
        if (value instanceof BigDecimal decimal) {
            return decimal.toPlainString().hashCode();
        }
        if (value instanceof Instant time) {
            return time.getEpochSecond();
        }
        if (value instanceof Long seconds) {
            return seconds;
        }
        if (value instanceof String text) {
            return text.length() > 1 ? text.hashCode() : 0; // The tag of a push has one letter.
        }
        if (value instanceof List<?> list) {
            long sum = 0;
            for (Object item : list) {
                sum += value(item);
            }
            return sum;
        }
        return value == null ? 0 : members(value);
    }

    private static long members(Object value) throws ReflectiveOperationException {
        long sum = 0;
        if (value instanceof Record) {
            for (RecordComponent component : value.getClass().getRecordComponents()) {
                sum += value(component.getAccessor().invoke(value));
            }
        } else if (value.getClass().getPackage() == Checksum.class.getPackage()) {
            for (Field field : value.getClass().getFields()) {
                if (!Modifier.isStatic(field.getModifiers())) {
                    sum += value(field.get(value));
                }
            }
        }
        return sum;
    }
}
