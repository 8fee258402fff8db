package hk.qos.simulator.junit;

import hk.qos.client.QosClient;
import hk.qos.client.QosStream;
import hk.qos.simulator.QosSimulator;
import hk.qos.simulator.QosSimulatorBuilder;
import java.lang.reflect.AnnotatedElement;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/**
 * Gives tests a {@link QosSimulator}, a {@link QosClient} and its {@link QosStream} as parameters, and closes them:
 * first
 * the client, then the simulator.
 *
 * <pre>{@code
 * @ExtendWith(QosSimulatorExtension.class)
 * class WatchlistTest {
 *     @Test
 *     void showsTheLastPrice(QosSimulator simulator, QosClient qos) {
 *         simulator.script("US:AAPL").price("187.50");
 *         ...
 *     }
 * }
 * }</pre>
 *
 * <p>Parameters of a test, {@code @BeforeEach} and {@code @AfterEach} share one simulator and one client, which no
 * other test uses, so that tests may run in parallel. Parameters of a constructor or of {@code @BeforeAll} are shared
 * by all tests and nested classes of the class. {@link QosSimulation} has settings; on a nested class or a test it
 * causes a separate simulator. {@link #with} and {@code @RegisterExtension} give access to every other setting.
 *
 * <p>By default there are no limits and each subscription receives 20 pushes a second. If a test fails, a report of
 * what the simulator received is added to the failure.
 */
public final class QosSimulatorExtension implements ParameterResolver, TestExecutionExceptionHandler {
    private static final Set<Class<?>> TYPES = Set.of(QosSimulator.class, QosClient.class, QosStream.class);

    private final Namespace namespace = Namespace.create(QosSimulatorExtension.class);
    private final @Nullable Consumer<? super QosSimulatorBuilder> settings;

    /** For {@code @ExtendWith}. */
    public QosSimulatorExtension() {
        this.settings = null;
    }

    private QosSimulatorExtension(Consumer<? super QosSimulatorBuilder> settings) {
        this.settings = settings;
    }

    /**
     * For a field with {@code @RegisterExtension}, static or not.
     *
     * @param settings configures each simulator, after the settings of the annotation
     */
    public static QosSimulatorExtension with(Consumer<? super QosSimulatorBuilder> settings) {
        return new QosSimulatorExtension(settings);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return TYPES.contains(parameter.getParameter().getType());
    }

    /** @throws ParameterResolutionException if the simulator cannot start with the settings */
    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        SimulatorFixture stand = stand(context);
        try {
            if (type == QosSimulator.class) {
                return stand.simulator();
            }
            return type == QosClient.class ? stand.client() : stand.stream();
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new ParameterResolutionException(
                    "No " + type.getSimpleName() + " for " + context.getDisplayName() + ": " + e.getMessage(), e);
        }
    }

    /** Adds the simulator's report to the failure of a test that used one. */
    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        SimulatorFixture stand = nearest(context);
        if (stand != null) {
            failure.addSuppressed(new SimulatorReport(stand.report()));
        }
        throw failure;
    }

    private SimulatorFixture stand(ExtensionContext context) {
        SimulatorFixture nearest = nearest(context);
        if (nearest != null) {
            return nearest;
        }
        QosSimulation wanted = wanted(context);
        return context.getStore(namespace)
                .getOrComputeIfAbsent(
                        context.getUniqueId(), id -> new SimulatorFixture(wanted, settings), SimulatorFixture.class);
    }

    /** The fixture of this test or of an enclosing class, unless an annotation in between has settings. */
    private @Nullable SimulatorFixture nearest(ExtensionContext context) {
        Optional<ExtensionContext> at = Optional.of(context);
        while (at.isPresent()) {
            ExtensionContext level = at.get();
            SimulatorFixture known = level.getStore(namespace).get(level.getUniqueId(), SimulatorFixture.class);
            if (known != null) {
                return known;
            }
            if (annotation(level) != null) {
                return null;
            }
            at = level.getParent();
        }
        return null;
    }

    private static QosSimulation wanted(ExtensionContext context) {
        for (Optional<ExtensionContext> at = Optional.of(context);
                at.isPresent();
                at = at.get().getParent()) {
            QosSimulation found = annotation(at.get());
            if (found != null) {
                return found;
            }
        }
        return Defaults.class.getAnnotation(QosSimulation.class);
    }

    private static @Nullable QosSimulation annotation(ExtensionContext context) {
        AnnotatedElement element = context.getElement().orElse(null);
        return element == null ? null : element.getAnnotation(QosSimulation.class);
    }

    /** Has the default settings. */
    @QosSimulation
    private static final class Defaults {}
}
