package io.colloquy.local.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.colloquy.schemas.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules that hold over all modules. */
class ArchitectureTest {
    private static final Map<String, String> SERVICES = Map.of(
            "ingest-api", "io.colloquy.ingest..",
            "frame-processor", "io.colloquy.frames..",
            "answer-evaluator", "io.colloquy.evaluator..",
            "session-projector", "io.colloquy.sessions..",
            "report-service", "io.colloquy.reports..");
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.colloquy");

    @Test
    void shouldSeeEveryService() {
        SERVICES.forEach((service, packages) -> assertThat(
                        CLASSES.stream().anyMatch(type -> type.getPackageName().startsWith(packages.replace("..", ""))))
                .as(service)
                .isTrue());
    }

    @Test
    void shouldKeepServicesApart() {
        SERVICES.values()
                .forEach(own -> SERVICES.values().stream()
                        .filter(other -> !other.equals(own))
                        .forEach(other -> noClasses()
                                .that()
                                .resideInAPackage(own)
                                .should()
                                .dependOnClassesThat()
                                .resideInAPackage(other)
                                .check(CLASSES)));
    }

    @Test
    void shouldKeepServicesOutOfWhatTheyShare() {
        noClasses()
                .that()
                .resideInAnyPackage("io.colloquy.platform..", "io.colloquy.schemas..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(SERVICES.values().toArray(String[]::new))
                .check(CLASSES);
    }

    @Test
    void shouldKeepEmotionAndFacesAwayFromScores() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "io.colloquy.evaluator..", "io.colloquy.sessions.decider..", "io.colloquy.sessions.topology..")
                .should()
                .dependOnClassesThat()
                .haveNameMatching(
                        "io\\.colloquy\\.events\\.(EmotionRead|EmotionReading|FaceRead|FrameReading|FrameNotRead|FaceBox|FrameCaptured|CapturedFrame)")
                .check(CLASSES);
    }

    @Test
    void shouldMakeSerdesInOnePlace() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.colloquy.schemas..")
                .should()
                .dependOnClassesThat()
                .haveNameMatching("io\\.colloquy\\.schemas\\.wire\\.KafkaAvro(S|Des)erializer")
                .check(CLASSES);
    }

    @Test
    void shouldHaveNoDumpPackages() {
        List<String> dumps = CLASSES.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.matches(".*\\.(util|utils|common|helper|helpers|impl|manager|misc)(\\..*)?"))
                .distinct()
                .toList();

        assertThat(dumps).isEmpty();
    }

    @Test
    void shouldNameTopicsInTheCatalogueOnly() throws IOException {
        List<String> names =
                Topics.all().stream().map(topic -> '"' + topic.name() + '"').toList();
        List<String> offenders = new ArrayList<>();
        for (Path source : sources()) {
            String text = Files.readString(source);
            names.stream()
                    .filter(text::contains)
                    .map(name -> ROOT.relativize(source) + " names " + name)
                    .forEach(offenders::add);
        }

        assertThat(offenders).isEmpty();
    }

    @Test
    void shouldLoadTheEmotionModelNowhereElse() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.colloquy.frames..", "io.colloquy.bench..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.tensorflow..")
                .check(CLASSES);
    }

    private static List<Path> sources() throws IOException {
        List<Path> sources = new ArrayList<>();
        for (String module : SERVICES.keySet()) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/main/java"))) {
                files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
            }
        }
        assertThat(sources).as("sources of the services").hasSizeGreaterThan(20);
        return sources;
    }
}
