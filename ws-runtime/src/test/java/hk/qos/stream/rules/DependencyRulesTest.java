package hk.qos.stream.rules;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import hk.qos.stream.spi.StreamClient;
import java.time.Clock;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rules for dependencies between classes. */
final class DependencyRulesTest {
    private static final String INTERNAL = "hk.qos.stream.internal..";

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("hk.qos.stream", "hk.qos.error");

    @Test
    void runtimeDependsOnDeclaredLibrariesOnly() {
        classes()
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "hk.qos.stream..",
                        "hk.qos.error..",
                        "java..",
                        "javax.net.ssl..",
                        "jdk.jfr..",
                        "io.netty..",
                        "org.slf4j..",
                        "org.jspecify..",
                        "io.micrometer.."))
                .check(MAIN);
    }

    @Test
    void onlyTheMetricsPackageDependsOnMicrometer() {
        noClasses()
                .that(not(resideInAPackage("hk.qos.stream.metrics..")))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.micrometer..", "hk.qos.stream.metrics..")
                .check(MAIN);
    }

    @Test
    void engineUsesNoSocketOrThread() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "hk.qos.stream.internal.engine..",
                        "hk.qos.stream.internal.reconnect..",
                        "hk.qos.stream.internal.recovery..",
                        "hk.qos.stream.internal.delivery..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("hk.qos.stream.internal.netty..", "io.netty..")
                        .and(not(resideInAPackage("io.netty.buffer.."))))
                .orShould()
                .callMethod(Thread.class, "sleep", long.class)
                .orShould()
                .callConstructor(Thread.class, Runnable.class)
                .check(MAIN);
    }

    @Test
    void onlyTheNettyLoopReadsAClock() {
        DescribedPredicate<JavaAccess<?>> clocks = DescribedPredicate.describe(
                "a clock of the system",
                access -> access.getTargetOwner().isEquivalentTo(System.class)
                        ? access.getName().matches("nanoTime|currentTimeMillis")
                        : access.getName().equals("now")
                                && access.getTargetOwner().getPackageName().equals("java.time"));
        noClasses()
                .that(not(JavaClass.Predicates.simpleName("NettyLoop")))
                .should()
                .accessTargetWhere(clocks)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .check(MAIN);
    }

    @Test
    void classesOfTheEngineHaveNoDependencyCycles() {
        slices().assignedFrom(new OutermostClass()).should().beFreeOfCycles().check(MAIN);
    }

    /** Nested classes belong to the class in whose file they are. */
    private static final class OutermostClass implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            boolean engine = Stream.of("engine", "reconnect", "recovery")
                    .anyMatch(name -> type.getPackageName().equals("hk.qos.stream.internal." + name));
            JavaClass outermost = type;
            while (outermost.getEnclosingClass().isPresent()) {
                outermost = outermost.getEnclosingClass().get();
            }
            return engine ? SliceIdentifier.of(outermost.getName()) : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "outermost classes of the engine";
        }
    }

    @Test
    void onlyEngineDependsOnLifecycle() {
        classes()
                .that()
                .haveNameMatching(".*\\.internal\\.engine\\.Lifecycle")
                .should()
                .onlyHaveDependentClassesThat()
                .haveNameMatching(".*\\.internal\\.engine\\.(Engine|Lifecycle)")
                .check(MAIN);
    }

    @Test
    void reconnectAndRecoveryDoNotDependOnTheEngine() {
        classes()
                .that()
                .resideInAPackage("hk.qos.stream.internal.reconnect..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "hk.qos.stream",
                        "hk.qos.error",
                        "hk.qos.stream.internal.reconnect",
                        "hk.qos.stream.internal.io",
                        "java..",
                        "org.jspecify.."))
                .check(MAIN);
        classes()
                .that()
                .resideInAPackage("hk.qos.stream.internal.recovery..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "hk.qos.stream",
                        "hk.qos.stream.spi",
                        "hk.qos.stream.internal.recovery",
                        "hk.qos.stream.internal.io",
                        "hk.qos.stream.internal.delivery",
                        "io.netty.buffer",
                        "java..",
                        "org.jspecify.."))
                .check(MAIN);
    }

    @Test
    void lowerLayersDoNotDependOnHigherOnes() {
        noClasses()
                .that()
                .resideInAPackage("hk.qos.stream.internal.io..")
                .should()
                .dependOnClassesThat(
                        resideInAPackage(INTERNAL).and(not(resideInAPackage("hk.qos.stream.internal.io.."))))
                .check(MAIN);
        noClasses()
                .that()
                .resideInAPackage("hk.qos.stream.internal.delivery..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("hk.qos.stream.internal.engine..", "hk.qos.stream.internal.io..")
                .check(MAIN);
        noClasses()
                .that()
                .resideInAnyPackage("hk.qos.stream.spi..", "hk.qos.stream.internal.json..", "hk.qos.error..")
                .and()
                .doNotBelongToAnyOf(StreamClient.class)
                .should()
                .dependOnClassesThat(resideInAPackage(INTERNAL)
                        .and(not(
                                resideInAnyPackage("hk.qos.stream.internal.json..", "hk.qos.stream.internal.check.."))))
                .check(MAIN);
        slices().matching("hk.qos.stream.internal.(*)..")
                .should()
                .beFreeOfCycles()
                .check(MAIN);
    }

    @Test
    void publicMethodsUsePublicTypesOnly() {
        methods()
                .that()
                .arePublic()
                .and()
                .areDeclaredInClassesThat(not(resideInAPackage(INTERNAL)))
                .should(new ArchCondition<>("speak of public types alone") {
                    @Override
                    public void check(JavaMethod method, ConditionEvents events) {
                        Stream.concat(Stream.of(method.getRawReturnType()), method.getRawParameterTypes().stream())
                                .filter(DependencyRulesTest::isHidden)
                                .forEach(type -> events.add(SimpleConditionEvent.violated(
                                        method, method.getFullName() + " speaks of " + type.getName())));
                    }
                })
                .check(MAIN);
    }

    private static boolean isHidden(JavaClass type) {
        return type.getPackageName().startsWith("hk.qos.stream.")
                && (type.getPackageName().contains(".internal")
                        || !type.getModifiers().contains(JavaModifier.PUBLIC));
    }
}
