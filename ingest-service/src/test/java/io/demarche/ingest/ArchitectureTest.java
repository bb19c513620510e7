package io.demarche.ingest;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.ws.rs.Path;

@AnalyzeClasses(packages = "io.demarche", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] FEATURES = {
        "article", "batch", "duplicate", "extraction", "feed", "fetch", "idempotency", "removal", "work"
    };

    private static final DescribedPredicate<JavaClass> INSIDES = describe(
            "the insides of a feature",
            type -> type.getPackageName().startsWith("io.demarche.ingest.")
                    && !resideInAPackage("..storage..").test(type)
                    && type.getSimpleName()
                            .matches(".*(Resource|Repository|Entity|Mapper|Request|Requests|Response|Responses|Sql)"));

    @ArchTest
    static void featuresMeetOnlyThroughServicesAndValues(JavaClasses imported) {
        for (String feature : FEATURES) {
            noClasses()
                    .that()
                    .resideInAPackage("io.demarche.ingest." + feature + "..")
                    .should()
                    .dependOnClassesThat(INSIDES.and(
                            DescribedPredicate.not(resideInAPackage("io.demarche.ingest." + feature + ".."))))
                    .check(imported);
        }
    }

    @ArchTest
    static final ArchRule featuresDoNotGoInCircles =
            slices().matching("io.demarche.ingest.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule noOtherService = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.demarche.analysis..", "io.demarche.gateway..", "io.demarche.engine..");

    @ArchTest
    static final ArchRule noFieldInjection = noFields().should().beAnnotatedWith(Inject.class);

    @ArchTest
    static final ArchRule resourcesKnowHttpOnly = noClasses()
            .that()
            .haveSimpleNameEndingWith("Resource")
            .should()
            .dependOnClassesThat()
            .haveSimpleNameEndingWith("Repository")
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage("io.vertx.mutiny.sqlclient..", "org.hibernate..", "jakarta.persistence..");

    @ArchTest
    static final ArchRule entitiesStayInside = methods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Path.class)
            .should(notShow(describe("an entity", type -> type.isAnnotatedWith(Entity.class))));

    @ArchTest
    static final ArchRule entitiesAreNotPublic =
            classes().that().areAnnotatedWith(Entity.class).should().notBePublic();

    @ArchTest
    static final ArchRule onlyRepositoriesTalkToTheDatabase = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("Repository")
            .and()
            .resideOutsideOfPackage("..storage..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.vertx.mutiny.sqlclient..", "io.quarkus.hibernate.reactive..");

    @ArchTest
    static final ArchRule extractionKnowsNoDatabase = noClasses()
            .that()
            .resideInAPackage("..extraction..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..storage..", "..article..", "..work..");

    private static ArchCondition<JavaMethod> notShow(DescribedPredicate<JavaClass> hidden) {
        return new ArchCondition<>("not show " + hidden.getDescription()) {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                method.getAllInvolvedRawTypes().stream()
                        .filter(hidden)
                        .forEach(type -> events.add(SimpleConditionEvent.violated(
                                method, method.getFullName() + " shows " + type.getName())));
            }
        };
    }
}
