package hk.qos.client.internal.stream;

import com.squareup.moshi.JsonReader;
import com.squareup.moshi.Moshi;
import com.squareup.moshi.Types;
import hk.qos.client.internal.format.JsonFormats;
import hk.qos.client.internal.json.QosJsonAdapterFactory;
import hk.qos.stream.spi.Command;
import hk.qos.stream.spi.Request;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** Creates commands by their names in the document and from its examples, so that a new command needs no change here. */
public final class Commands {
    private static final Moshi MOSHI =
            new Moshi.Builder().add(new QosJsonAdapterFactory()).build();

    private Commands() {}

    /** The requests for data, one of each command, from its first example. */
    public static List<Request<?>> requests() {
        List<Request<?>> requests = new ArrayList<>();
        for (String operation : Document.operations("send")) {
            if (first(operation) instanceof Request<?> request) {
                requests.add(request);
            }
        }
        return requests;
    }

    /** The command of the first example. */
    static Command first(String operation) {
        return of(Examples.under("stream/" + operation + ".").findFirst().orElseThrow());
    }

    /** The operation of an example: the command, also for its answers. */
    static String operation(String path) {
        return path.replaceAll(".*/|\\..*", "").replaceAll("(Ack|Reply)$", "");
    }

    /** The command that an example shows. */
    static Command of(String path) {
        return of(operation(path), Examples.value(path));
    }

    /** The request of the first example. */
    @SuppressWarnings("unchecked")
    static <R> Request<R> request(String operation) {
        return (Request<R>) first(operation);
    }

    /**
     * The command with the fields of a JSON object. Reads the constructor's parameters, since each new field adds one.
     *
     * @throws IllegalArgumentException if the command rejects a value
     */
    static Command of(String operation, String object) {
        Map<String, String> members = members(object);
        Map<String, Document> fields = Document.message(operation).at("payload").fields();
        Constructor<?> constructor = type(operation).getConstructors()[0];
        List<@Nullable Object> arguments = new ArrayList<>();
        for (Parameter parameter : constructor.getParameters()) {
            Map.Entry<String, Document> field = fields.entrySet().stream()
                    .filter(f -> f.getValue().text("x-java-name").equals(parameter.getName()))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("No field of " + operation + " is called " + parameter));
            String json = members.get(field.getKey());
            Type type = parameter.getParameterizedType();
            arguments.add(json == null ? null : argument(type, json, field.getValue()));
        }
        try {
            return (Command) constructor.newInstance(arguments.toArray());
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException refused) {
                throw refused;
            }
            throw new LinkageError(operation, e);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(operation, e);
        }
    }

    private static Class<?> type(String operation) {
        String name = Character.toUpperCase(operation.charAt(0)) + operation.substring(1);
        try {
            return Class.forName(Commands.class.getPackageName() + "." + name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError("No class is made of " + operation, e);
        }
    }

    private static @Nullable Object argument(Type type, String json, Document field) {
        if (type instanceof ParameterizedType map && map.getRawType() == Map.class) {
            Type[] types = map.getActualTypeArguments();
            Map<@Nullable Object, @Nullable Object> entries = new LinkedHashMap<>();
            members(json)
                    .forEach((key, value) -> entries.put(
                            read(types[0], '"' + key + '"'),
                            argument(types[1], value, field.at("additionalProperties"))));
            return entries;
        }
        if (json.startsWith("[") || json.startsWith("{") || !field.values().isEmpty()) {
            return read(type, json);
        }
        String codec = Document.codec(field.text("type"), field.text("format"));
        String name = "read" + Character.toUpperCase(codec.charAt(0)) + codec.substring(1);
        try {
            return JsonFormats.class
                    .getMethod(name, JsonReader.class)
                    .invoke(null, JsonReader.of(new Buffer().writeUtf8(json)));
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(name, e);
        }
    }

    private static @Nullable Object read(Type type, String json) {
        Type readable = type;
        if (type instanceof ParameterizedType of && of.getRawType() == Collection.class) {
            readable = Types.newParameterizedType(List.class, of.getActualTypeArguments()[0]);
        }
        try {
            return MOSHI.adapter(readable).fromJson(json);
        } catch (IOException e) {
            throw new UncheckedIOException(json, e);
        }
    }

    /** The members of an object, each as it is written. */
    private static Map<String, String> members(String json) {
        Map<String, String> members = new LinkedHashMap<>();
        try (JsonReader in = JsonReader.of(new Buffer().writeUtf8(json))) {
            in.beginObject();
            while (in.hasNext()) {
                members.put(in.nextName(), in.nextSource().readUtf8());
            }
            return members;
        } catch (IOException e) {
            throw new UncheckedIOException(json, e);
        }
    }
}
