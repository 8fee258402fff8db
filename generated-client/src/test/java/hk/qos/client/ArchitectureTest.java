package hk.qos.client;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import hk.qos.client.api.Envelope;

@AnalyzeClasses(packages = "hk.qos.client", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule theClientNeedsOnlyWhatIsPublishedWithIt = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "javax.net..",
                    "hk.qos.client..",
                    "hk.qos.stream..",
                    "hk.qos.error..",
                    "okhttp3..",
                    "okio..",
                    "retrofit2..",
                    "com.squareup.moshi..",
                    "io.netty.buffer..",
                    "org.slf4j..",
                    "org.jspecify..",
                    "io.micrometer..");

    @ArchTest
    static final ArchRule onlyTheBindingKnowsMicrometer = noClasses()
            .that(not(resideInAPackage("hk.qos.client.internal.metrics..").or(belongToAnyOf(QosMetrics.class))))
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "io.micrometer..", "hk.qos.stream.metrics..", "hk.qos.client.internal.metrics.."));

    @ArchTest
    static final ArchRule onlyTheBuilderTakesTheBinding = noClasses()
            .that(not(resideInAPackage("hk.qos.client.internal.metrics..")
                    .or(belongToAnyOf(QosMetrics.class, QosClientBuilder.class))))
            .should()
            .dependOnClassesThat(belongToAnyOf(QosMetrics.class));

    @ArchTest
    static final ArchRule checksStandAlone = classes()
            .that()
            .resideInAPackage("hk.qos.client.internal.check..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..", "org.jspecify..", "hk.qos.client.internal.check..", "hk.qos.stream.internal.check..");

    @ArchTest
    static final ArchRule callsKnowNoOperationAndNoPayload = noClasses()
            .that()
            .resideInAPackage("hk.qos.client.internal.http..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                            "hk.qos.client.api..",
                            "hk.qos.client.model..",
                            "hk.qos.client.internal.json..",
                            "hk.qos.client.internal.request..",
                            "hk.qos.client.internal.stream..")
                    .and(not(belongToAnyOf(Envelope.class))));

    /** Public types that internal packages use. */
    private static final DescribedPredicate<JavaClass> VALUES = belongToAnyOf(
            HttpMetrics.class,
            HttpOutcome.class,
            HttpRefusal.class,
            Operation.class,
            RateUsage.class,
            RateWait.class,
            Results.class,
            ResultsMap.class,
            StreamChannels.class,
            Undecodable.class);

    @ArchTest
    static final ArchRule nothingBelowKnowsTheFace = noClasses()
            .that()
            .resideInAPackage("hk.qos.client.*..")
            .should()
            .dependOnClassesThat(resideInAPackage("hk.qos.client").and(not(VALUES)));

    @ArchTest
    static final ArchRule valuesStandAlone = classes()
            .that(VALUES)
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                            "java..",
                            "org.jspecify..",
                            "hk.qos.client.internal.check..",
                            "hk.qos.stream.internal.check..",
                            "hk.qos.client.model..")
                    .or(VALUES)
                    .or(equivalentTo(Operation[].class))
                    .or(equivalentTo(HttpOutcome[].class))
                    .or(equivalentTo(HttpRefusal[].class)));

    @ArchTest
    static final ArchRule packagesFormNoCycle =
            slices().matching("hk.qos.client.(**)").should().beFreeOfCycles();
}
