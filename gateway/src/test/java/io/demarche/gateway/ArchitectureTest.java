package io.demarche.gateway;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.smallrye.config.ConfigMapping;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

@AnalyzeClasses(packages = "io.demarche", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule importsNoOtherService = noClasses()
            .that()
            .resideInAPackage("io.demarche.gateway..")
            .should()
            .dependOnClassesThat(resideInAPackage("io.demarche..")
                    .and(not(resideInAPackage("io.demarche.gateway..")))
                    .and(not(resideInAPackage("io.demarche.platform..")))
                    .and(not(resideInAPackage("io.demarche.key.."))));

    @ArchTest
    static final ArchRule ownsNothing = noClasses()
            .that()
            .resideInAPackage("io.demarche.gateway..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "jakarta.persistence..", "java.sql..", "org.hibernate.reactive..", "org.hibernate.orm..");

    @ArchTest
    static final ArchRule featuresDoNotGoInCircles =
            slices().matching("io.demarche.gateway.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule clientsStayBehindTheirService =
            classes().that().areAnnotatedWith(RegisterRestClient.class).should().bePackagePrivate();

    @ArchTest
    static final ArchRule onlyServicesCallClients = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("Service")
            .and()
            .haveSimpleNameNotContaining("Client")
            .should()
            .dependOnClassesThat()
            .areAnnotatedWith(RegisterRestClient.class)
            .as("only services call REST clients");

    @ArchTest
    static final ArchRule httpStaysInResources = classes()
            .that()
            .areAnnotatedWith(Path.class)
            .and()
            .areNotAnnotatedWith(RegisterRestClient.class)
            .should()
            .haveSimpleNameEndingWith("Resource");

    @ArchTest
    static final ArchRule settingsStayInTheirFeature = classes()
            .that()
            .areAnnotatedWith(ConfigMapping.class)
            .and()
            .resideInAPackage("io.demarche.gateway..")
            .should()
            .bePackagePrivate();
}
