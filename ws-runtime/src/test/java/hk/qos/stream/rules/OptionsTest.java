package hk.qos.stream.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import hk.qos.stream.Backoff;
import hk.qos.stream.FirstPush;
import hk.qos.stream.GapRecovery;
import hk.qos.stream.Recording;
import hk.qos.stream.RequestOptions;
import hk.qos.stream.Resubscription;
import hk.qos.stream.Staleness;
import hk.qos.stream.StreamLimits;
import hk.qos.stream.StreamTimeouts;
import hk.qos.stream.Topic;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Options that users set. */
final class OptionsTest {
    private static final Predicate<Topic> NEVER = Set.<Topic>of()::contains;

    static Stream<Object> options() {
        return Stream.of(
                Backoff.defaults(),
                FirstPush.after(Duration.ofSeconds(1)),
                GapRecovery.defaults(),
                StreamLimits.defaults(),
                Recording.to(Path.of("one")),
                RequestOptions.defaults(),
                Resubscription.defaults(),
                Staleness.after(Duration.ofSeconds(1)),
                StreamTimeouts.defaults());
    }

    private static List<Method> accessors(Object options) {
        return Stream.of(options.getClass().getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !Modifier.isStatic(method.getModifiers()))
                .filter(method -> method.getParameterCount() == 0 && !method.isSynthetic())
                .sorted(Comparator.comparing(Method::getName))
                .toList();
    }

    private static Map<String, Object> values(Object options) {
        return accessors(options).stream()
                .collect(Collectors.toMap(Method::getName, accessor -> invoke(accessor, options)));
    }

    private static Object invoke(Method method, Object target, Object... arguments) {
        try {
            return method.invoke(target, arguments);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(method + " cannot be called", e);
        }
    }

    /** A valid value other than all defaults. */
    private static Object other(Object value) {
        if (value instanceof Duration duration) {
            return duration.plusMillis(7).compareTo(Backoff.FOREVER) > 0
                    ? Duration.ofMillis(7)
                    : duration.plusMillis(7);
        }
        if (value instanceof Integer number) {
            return number + 7;
        }
        if (value instanceof Long number) {
            return number + 7;
        }
        if (value instanceof Boolean flag) {
            return !flag;
        }
        return value instanceof Path ? Path.of("other") : NEVER;
    }

    private static Object with(Object options, Method accessor, Object value) {
        String name = accessor.getName();
        String wither = "with" + Character.toUpperCase(name.charAt(0)) + name.substring(1);
        try {
            return invoke(options.getClass().getMethod(wither, accessor.getReturnType()), options, value);
        } catch (NoSuchMethodException e) {
            throw new LinkageError(options.getClass() + " has no " + wither, e);
        }
    }

    @ParameterizedTest
    @MethodSource("options")
    void everyValueHasAWitherThatReplacesOnlyIt(Object options) {
        assertThat(accessors(options)).isNotEmpty().allSatisfy(accessor -> {
            Map<String, Object> expected = values(options);
            Object value = other(invoke(accessor, options));
            expected.put(accessor.getName(), value);

            Object changed = with(options, accessor, value);

            assertThat(values(changed)).isEqualTo(expected);
        });
    }

    @ParameterizedTest
    @MethodSource("options")
    void equalsAndToStringUseTheValues(Object options) {
        assertThat(accessors(options)).allSatisfy(accessor -> {
            Object value = invoke(accessor, options);
            Object same = with(options, accessor, value);
            Object changed = with(options, accessor, other(value));

            assertThat(same).isEqualTo(options).hasSameHashCodeAs(options).hasToString(options.toString());
            assertThat(changed).isNotEqualTo(options);
            assertThat(changed.toString())
                    .startsWith(options.getClass().getSimpleName() + "[")
                    .contains(accessor.getName() + "=" + other(value));
        });
    }

    @ParameterizedTest
    @MethodSource("options")
    void optionsAreFinalWithoutPublicConstructor(Object options) {
        assertThat(options.getClass()).isFinal();
        assertThat(options.getClass().getConstructors()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("options")
    void withersRefuseTooSmallValues(Object options) {
        assertThat(accessors(options))
                .filteredOn(accessor -> accessor.getReturnType() == Duration.class)
                .allSatisfy(accessor ->
                        refuses(options, accessor, Duration.ofMillis(-1), "must be PT.* to PT.*: PT-0.001S"));
        assertThat(accessors(options))
                .filteredOn(accessor -> accessor.getReturnType() == int.class)
                .allSatisfy(accessor -> refuses(options, accessor, 0, "must be at least \\d+: 0"));
        assertThat(accessors(options))
                .filteredOn(accessor -> accessor.getReturnType() == long.class)
                .allSatisfy(accessor -> refuses(options, accessor, 0L, "must be at least \\d+: 0"));
    }

    private static void refuses(Object options, Method accessor, Object value, String words) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> {
                    try {
                        with(options, accessor, value);
                    } catch (LinkageError e) {
                        throw Objects.requireNonNull(
                                Objects.requireNonNull(e.getCause()).getCause());
                    }
                })
                .withMessageMatching(accessor.getName() + " .*(" + words + ").*");
    }
}
