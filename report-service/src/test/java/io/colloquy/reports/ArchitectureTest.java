package io.colloquy.reports;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.colloquy.reports");

    @Test
    void shouldKeepEmotionsOutOfEverythingElse() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..emotions..")
                .and()
                .doNotHaveSimpleName("ReportRoutes")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..emotions..")
                .check(classes);
    }

    @Test
    void shouldNotReachIntoOtherServices() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.colloquy.ingest..",
                        "io.colloquy.frames..",
                        "io.colloquy.evaluator..",
                        "io.colloquy.sessions..")
                .check(classes);
    }
}
