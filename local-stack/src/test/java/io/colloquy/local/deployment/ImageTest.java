package io.colloquy.local.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What can be checked of the image without building it. */
class ImageTest {
    @TempDir
    Path image;

    @ParameterizedTest
    @EnumSource
    void shouldStartTheMainClassOfEachService(DeployedService service)
            throws IOException, InterruptedException, URISyntaxException, ClassNotFoundException {
        // given
        Path classes = Path.of(service.configuration()
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        if (!Files.isDirectory(classes)) {
            classes = classes.resolveSibling("classes");
        }

        // when
        int exit =
                run("sh", Repository.path("deploy/java-arguments.sh").toString(), classes.toString(), image.toString());

        // then
        assertThat(exit).isZero();
        String main = Files.readString(image.resolve("main.class")).strip();
        assertThat(main).isEqualTo(service.configuration().getPackageName() + ".Main");
        assertThat(Class.forName(main, false, ImageTest.class.getClassLoader())).hasDeclaredMethods("main");
    }

    @Test
    void shouldWriteOptionsThatJavaTakes() throws IOException, InterruptedException {
        // given
        Path classes = Files.createDirectories(image.resolve("classes/io/colloquy"));
        Files.createFile(classes.resolve("Main.class"));
        run(
                "sh",
                Repository.path("deploy/java-arguments.sh").toString(),
                image.resolve("classes").toString(),
                image.toString());
        List<String> options = Files.readAllLines(image.resolve("java.options")).stream()
                // Only newer releases know it; the image has one.
                .filter(option -> Runtime.version().feature() >= 23 || !option.startsWith("--sun-misc-unsafe"))
                .toList();
        Files.write(image.resolve("java.options"), options);

        // when
        int exit = run(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + image.resolve("java.options"),
                "--version");

        // then
        assertThat(exit).isZero();
        assertThat(options).contains("-cp /opt/colloquy/lib/*");
    }

    @Test
    void shouldNotRunAsRoot() {
        assertThat(Repository.text("Dockerfile").lines().filter(line -> line.startsWith("USER ")))
                .containsExactly("USER 10001:10001");
    }

    @Test
    void shouldSendNoSecretsAndNoBuildOutputToTheBuilder() {
        assertThat(Repository.text(".dockerignore").lines())
                .contains("**/target", ".git", ".env", "deploy/secrets")
                .doesNotContain("deploy", "**/src");
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start()
                .waitFor();
    }
}
