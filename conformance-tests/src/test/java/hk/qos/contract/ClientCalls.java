package hk.qos.contract;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import com.squareup.moshi.Types;
import hk.qos.client.api.QosApi;
import hk.qos.client.internal.json.QosJsonAdapterFactory;
import hk.qos.simulator.spec.SchemaView;
import hk.qos.stream.RequestOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.StringNode;

/** Calls generated methods by operation id, so that a new operation needs no code here. */
final class ClientCalls {
    static final Moshi MOSHI =
            new Moshi.Builder().add(new QosJsonAdapterFactory()).build();

    private ClientCalls() {}

    /** The longest method of that name, with a collection rather than an array if it has such a parameter. */
    static Method method(Class<?> face, String name, Predicate<Method> wanted) {
        return Arrays.stream(face.getMethods())
                .filter(m -> m.getName().equals(name) && !m.isVarArgs() && wanted.test(m))
                .max(Comparator.comparingInt(Method::getParameterCount))
                .orElseThrow(() -> new AssertionError(face.getSimpleName() + " has no method " + name));
    }

    /** Calls it with the message's values for its parameters, then with the given arguments. */
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

    /** Calls the HTTP operation of that name with a message: field by field, or with the whole of it if it has more fields. */
    static Object operation(Object face, String name, JsonNode message, SchemaView form) {
        Method method = method(face.getClass(), name, m -> !takesBody(m));
        boolean whole = message.size() > method.getParameterCount();
        if (!whole) {
            return call(face, method, message, form);
        }
        Method body = method(face.getClass(), name, ClientCalls::takesBody);
        Object request = Objects.requireNonNull(read(body.getParameterTypes()[0], message));
        try {
            return Objects.requireNonNullElse(body.invoke(face, request), "nothing");
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new AssertionError(name, e.getCause());
        } catch (IllegalAccessException e) {
            throw new LinkageError(name, e);
        }
    }

    private static boolean takesBody(Method method) {
        return method.getParameterCount() == 1 && method.getParameterTypes()[0].isRecord();
    }

    /** The request that takes all optional fields if the message has one, else the one without options. */
    static Method request(Class<?> face, String name, JsonNode message, SchemaView form) {
        Method longest = Arrays.stream(face.getMethods())
                .filter(m -> m.getName().equals(name))
                .max(Comparator.comparingInt(Method::getParameterCount))
                .orElseThrow();
        Method plain = method(face, name, m -> !List.of(m.getParameterTypes()).contains(RequestOptions.class));
        return has(longest, message, form) > has(plain, message, form) ? longest : plain;
    }

    /** How many fields of a message a method takes. */
    private static long has(Method method, JsonNode message, SchemaView form) {
        return Arrays.stream(method.getParameters())
                .filter(parameter -> form.fields().entrySet().stream()
                        .anyMatch(field -> message.has(field.getKey())
                                && field.getValue().javaName().equals(parameter.getName())))
                .count();
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

    /** A component of a record. */
    static @Nullable Object component(Object answer, RecordComponent component) {
        try {
            return component.getAccessor().invoke(answer);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(component.toString(), e);
        }
    }

    /** The value in Java of a field. */
    static @Nullable Object value(Type type, JsonNode value, SchemaView form) {
        SchemaView members = form.members();
        if (members != null && type instanceof ParameterizedType map && map.getRawType() == Map.class) {
            Type[] types = map.getActualTypeArguments();
            Map<@Nullable Object, @Nullable Object> entries = new LinkedHashMap<>();
            value.properties()
                    .forEach(entry -> entries.put(
                            read(types[0], StringNode.valueOf(entry.getKey())),
                            value(types[1], entry.getValue(), members)));
            return entries;
        }
        boolean plain = value.isValueNode() && form.values().isEmpty();
        return plain ? FormatCodecs.read(form.type(), form.format(), value.toString()) : read(type, value);
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
