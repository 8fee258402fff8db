package hk.qos.client;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Calls public methods with null, once for each argument that may not be null, and says what does not refuse it by name. */
final class NullCalls {
    private final Map<Class<?>, Object> usual = new HashMap<>();
    private final List<String> complaints = new ArrayList<>();
    private int calls;

    /** What to give for the other arguments, by type; collections are made of one item. */
    <T> NullCalls usual(Class<T> type, T value) {
        usual.put(type, value);
        return this;
    }

    /** Constructors and static methods. */
    NullCalls of(Class<?>... types) {
        for (Class<?> type : types) {
            Stream.concat(Stream.of(type.getConstructors()), Stream.of(type.getDeclaredMethods()))
                    .filter(each -> each instanceof Constructor || Modifier.isStatic(each.getModifiers()))
                    .forEach(each -> tryNulls(each, null));
        }
        return this;
    }

    /** Methods of these objects. */
    NullCalls on(Object... targets) {
        for (Object target : targets) {
            Stream.of(target.getClass().getDeclaredMethods())
                    .filter(each -> !Modifier.isStatic(each.getModifiers()) && !each.isBridge())
                    .filter(each -> !each.getName().equals("equals"))
                    .forEach(each -> tryNulls(each, target));
        }
        return this;
    }

    List<String> complaints() {
        return complaints;
    }

    int calls() {
        return calls;
    }

    private void tryNulls(Executable method, @Nullable Object target) {
        Parameter[] parameters = method.getParameters();
        for (int i = 0; i < parameters.length && Modifier.isPublic(method.getModifiers()); i++) {
            Class<?> type = parameters[i].getType();
            if (type.isPrimitive() || isNullable(parameters[i].getAnnotatedType())) {
                continue;
            }
            call(method, target, i, null);
            if (Collection.class.isAssignableFrom(type)) {
                call(method, target, i, Collections.singletonList(null));
            } else if (type.isArray()) {
                call(method, target, i, Array.newInstance(type.getComponentType(), 1));
            }
        }
    }

    private void call(Executable method, @Nullable Object target, int bad, @Nullable Object value) {
        @Nullable Parameter[] parameters = method.getParameters();
        @Nullable Object[] arguments = new @Nullable Object[parameters.length];
        for (int i = 0; i < parameters.length; i++) {
            arguments[i] = i == bad ? value : given(method, parameters[i]);
        }
        String name = parameters[bad].getName();
        calls++;
        try {
            Object unused = method instanceof Constructor<?> constructor
                    ? constructor.newInstance(arguments)
                    : ((Method) method).invoke(target, arguments);
            complaints.add(method + " takes " + Arrays.toString(arguments));
        } catch (InvocationTargetException e) {
            if (!isNamed(e.getCause(), name, method.getName())) {
                complaints.add(method + ", " + name + ": " + e.getCause());
            }
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(method + " cannot be called", e);
        }
    }

    private Object given(Executable method, Parameter parameter) {
        boolean isCollection = Collection.class.isAssignableFrom(parameter.getType());
        Type type = isCollection && parameter.getParameterizedType() instanceof ParameterizedType collection
                ? collection.getActualTypeArguments()[0]
                : parameter.getType();
        Object value = Objects.requireNonNull(usual.get(type), () -> method + " needs a usual " + parameter);
        return isCollection ? List.of(value) : value;
    }

    /** By the name of the parameter or, of a setter, of the setting. */
    private static boolean isNamed(@Nullable Throwable refusal, String parameter, String method) {
        String message = refusal instanceof IllegalArgumentException ? String.valueOf(refusal.getMessage()) : "";
        return message.startsWith(parameter + " is missing")
                || message.startsWith(method + " is missing")
                || message.equals("an item of " + parameter + " is missing")
                || message.equals("an item of " + method + " is missing");
    }

    private static boolean isNullable(AnnotatedType type) {
        return type.isAnnotationPresent(Nullable.class);
    }
}
