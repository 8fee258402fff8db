package hk.qos.contract;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import com.squareup.moshi.Types;
import hk.qos.client.api.QosApi;
import hk.qos.client.internal.json.QosJsonAdapterFactory;
import hk.qos.simulator.spec.SchemaView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls generated methods by operation id, so that a new operation needs no code here. */
final class ClientCalls {
    static final Moshi MOSHI =
            new Moshi.Builder().add(new QosJsonAdapterFactory()).build();

    private ClientCalls() {}

    /** The method of that name with a collection rather than an array, if it takes one at all. */
    static Method method(Class<?> face, String name, Predicate<Method> wanted) {
        return Arrays.stream(face.getMethods())
                .filter(m -> m.getName().equals(name) && !m.isVarArgs() && wanted.test(m))
                .findFirst()
                .orElseThrow(() -> new AssertionError(face.getSimpleName() + " has no method " + name));
    }

    /** Calls it with the values that a message has for its parameters, then with these. */
    static Object call(Object face, Method method, JsonNode message, SchemaView form, Object... more) {
        Parameter[] parameters = method.getParameters();
        List<@Nullable Object> arguments = new ArrayList<>();
        for (int i = 0; i < parameters.length - more.length; i++) {
            arguments.add(argument(parameters[i], message, form));
        }
        arguments.addAll(Arrays.asList(more));
        try {
            return Objects.requireNonNullElse(method.invoke(face, arguments.toArray()), "nothing");
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new AssertionError(method.toString(), e.getCause());
        } catch (IllegalAccessException e) {
            throw new LinkageError(method.toString(), e);
        }
    }

    private static @Nullable Object argument(Parameter parameter, JsonNode message, SchemaView form) {
        for (Map.Entry<String, SchemaView> field : form.fields().entrySet()) {
            if (field.getValue().javaName().equals(parameter.getName())) {
                JsonNode value = message.get(field.getKey());
                return value == null ? null : value(parameter.getParameterizedType(), value, field.getValue());
            }
        }
        throw new AssertionError("No field of the message is called " + parameter.getName());
    }

    private static @Nullable Object value(Type type, JsonNode value, SchemaView form) {
        return switch (form.format()) {
            case "decimal" -> new BigDecimal(value.asString());
            case "unix-time" -> Instant.ofEpochSecond(value.asLong());
            case "date-time" -> OffsetDateTime.parse(value.asString()).toInstant();
            case "compact-date" -> LocalDate.parse(value.asString(), DateTimeFormatter.BASIC_ISO_DATE);
            default -> read(type, value);
        };
    }

    private static @Nullable Object read(Type type, JsonNode value) {
        Type readable = type;
        if (type instanceof ParameterizedType of && of.getRawType() == Collection.class) {
            readable = Types.newParameterizedType(List.class, of.getActualTypeArguments()[0]);
        }
        try {
            return MOSHI.adapter(readable).fromJson(value.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The JSON of a decoded value. */
    static JsonNode encoded(Type type, Object value) {
        JsonAdapter<Object> adapter = MOSHI.adapter(type);
        return JsonMapper.shared().readTree(adapter.toJson(value));
    }

    /** The JSON of a decoded HTTP answer, in its envelope. */
    static JsonNode envelope(String operation, String ok, Object data) {
        Method api = method(QosApi.class, operation, m -> true);
        Type reply = ((ParameterizedType) api.getGenericReturnType()).getActualTypeArguments()[0];
        try {
            Class<?> kind = (Class<?>) reply;
            List<Class<?>> types = new ArrayList<>();
            List<Object> parts = new ArrayList<>();
            for (RecordComponent component : kind.getRecordComponents()) {
                types.add(component.getType());
                parts.add(component.getName().equals("data") ? data : ok);
            }
            Constructor<?> constructor = kind.getDeclaredConstructor(types.toArray(Class<?>[]::new));
            return encoded(reply, constructor.newInstance(parts.toArray()));
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(operation, e);
        }
    }
}
