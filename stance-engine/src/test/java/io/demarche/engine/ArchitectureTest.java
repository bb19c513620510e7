package io.demarche.engine;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.demarche.engine", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule noFramework = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "io.demarche.engine..", "java..", "opennlp.tools..", "ai.onnxruntime..", "org.jspecify..");

    @ArchTest
    static final ArchRule onlyTheTextStepKnowsTheLanguageLibrary = noClasses()
            .that()
            .resideOutsideOfPackage("io.demarche.engine.text")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("opennlp..");

    @ArchTest
    static final ArchRule onlyTheClassifierKnowsTheModelRuntime = noClasses()
            .that()
            .resideOutsideOfPackage("io.demarche.engine.classifier")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("ai.onnxruntime..");

    @ArchTest
    static final ArchRule noReflection =
            noClasses().should().dependOnClassesThat().resideInAPackage("java.lang.reflect..");

    @ArchTest
    static final ArchRule stepsFormNoCircles =
            slices().matching("io.demarche.engine.(*)..").should().beFreeOfCycles();
}
