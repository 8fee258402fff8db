package hk.qos.client;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

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
                    "hk.qos.ws..",
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
            .that()
            .resideOutsideOfPackage("hk.qos.client.metrics..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.micrometer..", "hk.qos.ws.metrics..", "hk.qos.client.metrics..");

    @ArchTest
    static final ArchRule checksStandAlone = classes()
            .that()
            .resideInAPackage("hk.qos.client.check..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", "hk.qos.client.check..");

    @ArchTest
    static final ArchRule errorsAddToThoseOfTheStreamAndKnowNothingElse = classes()
            .that()
            .resideInAPackage("hk.qos.client.error..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", "hk.qos.ws.error..", "hk.qos.client.error..");

    @ArchTest
    static final ArchRule callsKnowNoOperationAndNoPayload = noClasses()
            .that()
            .resideInAPackage("hk.qos.client.call..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "hk.qos.client.api..", "hk.qos.client.model..", "hk.qos.client.json..", "hk.qos.client.stream..");

    @ArchTest
    static final ArchRule nothingBelowKnowsTheFace = noClasses()
            .that()
            .resideInAPackage("hk.qos.client.*..")
            .should()
            .dependOnClassesThat(resideInAPackage("hk.qos.client")
                    .and(DescribedPredicate.not(belongToAnyOf(Results.class, Undecodable.class))));

    @ArchTest
    static final ArchRule whatAnswersAreMadeOfStandsAlone = classes()
            .that()
            .belongToAnyOf(Results.class, Undecodable.class)
            .should()
            .onlyDependOnClassesThat(
                    resideInAnyPackage("java..", "org.jspecify..").or(belongToAnyOf(Results.class, Undecodable.class)));

    @ArchTest
    static final ArchRule packagesFormNoCycle =
            slices().matching("hk.qos.client.(*)..").should().beFreeOfCycles();
}
