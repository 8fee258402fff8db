package hk.qos.demo;

import hk.qos.client.model.HistoryKLineQuery;
import hk.qos.client.model.KLineQuery;
import hk.qos.client.model.KLineType;
import hk.qos.stream.StreamListener;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Calls a method of a generated class by its name, with one example for each kind of argument. */
final class Arguments {
    /** Few enough for every plan; crypto instruments trade at all hours. */
    private static final List<String> CODES = List.of("US:AAPL", "HK:700", "CF:BTCUSDT");

    private static final int COUNT = 3;

    private final Map<Type, Object> examples = new LinkedHashMap<>();

    Arguments() {
        examples.put(int.class, COUNT);
        examples.put(long.class, (long) COUNT);
        examples.put(String.class, "demo@example.com");
        examples.put(KLineType.class, KLineType.MINUTE_1);
        examples.put(KLineQuery.class, KLineQuery.of(KLineType.MINUTE_1, COUNT, CODES));
        Instant monthAgo = Instant.now().minus(Duration.ofDays(30));
        examples.put(
                HistoryKLineQuery.class,
                HistoryKLineQuery.of(KLineType.DAY, COUNT, CODES).endTime(monthAgo));
    }

    /** Like the method above, with a listener. */
    Arguments with(StreamListener<Object> listener) {
        Arguments more = new Arguments();
        more.examples.putAll(examples);
        more.examples.put(StreamListener.class, listener);
        return more;
    }

    /**
     * Calls the method of that name. If there are several, calls the one that takes most of the example arguments, several
     * instruments rather than one.
     *
     * @throws IllegalStateException if there is no such method
     * @throws RuntimeException as the method throws
     */
    @Nullable
    Object call(Object face, String name) {
        Method method = Arrays.stream(face.getClass().getMethods())
                .filter(candidate -> candidate.getName().equals(name))
                .filter(candidate -> values(candidate) != null)
                .max(Comparator.comparingInt(Method::getParameterCount).thenComparing(Arguments::takesMany))
                .orElseThrow(() -> new IllegalStateException("the client has no method " + name + " to call"));
        try {
            return method.invoke(face, values(method));
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean takesMany(Method method) {
        return List.of(method.getParameterTypes()).contains(Collection.class);
    }

    private @Nullable Object @Nullable [] values(Method method) {
        List<Object> values = new ArrayList<>();
        for (Type type : method.getGenericParameterTypes()) {
            Object value = value(type);
            if (value == null) {
                return null;
            }
            values.add(value);
        }
        return values.toArray();
    }

    private @Nullable Object value(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type item = generic.getActualTypeArguments()[0];
            return generic.getRawType() == Collection.class ? items(item) : examples.get(generic.getRawType());
        }
        if (type instanceof Class<?> plain && plain.isEnum()) {
            return examples.getOrDefault(type, plain.getEnumConstants()[0]);
        }
        Object example = examples.get(type);
        return example == null && type instanceof Class<?> plain && plain.isRecord() ? made(plain) : example;
    }

    /** A query that has no example, by its factory; null if it has none. */
    private @Nullable Object made(Class<?> query) {
        for (Method factory : query.getMethods()) {
            if (factory.getName().equals("of") && Modifier.isStatic(factory.getModifiers()) && takesMany(factory)) {
                @Nullable Object @Nullable [] values = values(factory);
                try {
                    return values == null ? null : factory.invoke(null, values);
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException(factory + " cannot be called", e);
                }
            }
        }
        return null;
    }

    private @Nullable Object items(Type item) {
        Object one = value(item);
        return item == String.class ? CODES : one == null ? null : List.of(one);
    }
}
