package io.demarche.analysis;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** How this service is laid out. */
@AnalyzeClasses(packages = "io.demarche.analysis", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule NOBODY_IMPORTS_ANOTHER_SERVICE = noClasses()
            .should()
            .dependOnClassesThat(resideInAnyPackage("io.demarche.ingest..", "io.demarche.gateway.."));

    @ArchTest
    static final ArchRule THE_ENGINE_IS_USED_BY_ITS_PUBLIC_FACE =
            noClasses().should().dependOnClassesThat().resideInAPackage("io.demarche.engine.*..");

    @ArchTest
    static final ArchRule FEATURES_DO_NOT_DEPEND_ON_EACH_OTHER_IN_CIRCLES =
            slices().matching("io.demarche.analysis.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule REPOSITORIES_STAY_IN_THEIR_FEATURE =
            classes().that().haveSimpleNameEndingWith("Repository").should().bePackagePrivate();

    @ArchTest
    static final ArchRule ENTITIES_STAY_IN_THEIR_FEATURE =
            classes().that().areAnnotatedWith(Entity.class).should().bePackagePrivate();

    @ArchTest
    static final ArchRule REST_CLIENTS_STAY_BEHIND_THEIR_BEAN =
            classes().that().areAnnotatedWith(RegisterRestClient.class).should().bePackagePrivate();

    @ArchTest
    static final ArchRule RESOURCES_KNOW_SERVICES_NOT_ROWS = noClasses()
            .that()
            .haveSimpleNameEndingWith("Resource")
            .should()
            .dependOnClassesThat(simpleNameEndingWith("Repository").or(simpleNameEndingWith("Entity")));

    @ArchTest
    static final ArchRule ONLY_RESOURCES_SPEAK_HTTP = classes()
            .that()
            .areAnnotatedWith(Path.class)
            .and()
            .areNotInterfaces()
            .should()
            .haveSimpleNameEndingWith("Resource");

    @ArchTest
    static final ArchRule ENTITIES_NEVER_LEAVE = methods()
            .that()
            .arePublic()
            .and()
            .areDeclaredInClassesThat()
            .arePublic()
            .should()
            .notHaveRawReturnType(simpleNameEndingWith("Entity"));

    @ArchTest
    static final ArchRule ONLY_CONSTRUCTORS_INJECT = fields().should().notBeAnnotatedWith(Inject.class);

    @ArchTest
    static final ArchRule NOTHING_IS_PRINTED = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
}
