package io.colloquy.local.banks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.colloquy.evaluator.bank.BankReader;
import io.colloquy.evaluator.bank.QuestionBank;
import io.colloquy.evaluator.library.BankLedger;
import io.colloquy.evaluator.library.CurrentBank;
import io.colloquy.evaluator.library.Expectation;
import io.colloquy.evaluator.library.KafkaBankLog;
import io.colloquy.evaluator.library.Library;
import io.colloquy.evaluator.library.LibraryWatch;
import io.colloquy.local.EmbeddedStack;
import io.colloquy.local.Progress;
import io.colloquy.local.StackHome;
import io.colloquy.local.StackPorts;
import io.colloquy.platform.http.Problem;
import io.colloquy.platform.kafka.KafkaConfig;
import io.colloquy.platform.kafka.TopicAdmin;
import io.colloquy.platform.kafka.TopicWatch;
import io.colloquy.schemas.Topics;
import io.colloquy.schemas.registry.ContractRegistration;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BankLogStackTest {
    private static final String ORGANISATION = "0190a000-0000-7000-8000-000000000001";
    private static final Library.Author AUTHOR = new Library.Author(ORGANISATION, "user-1");

    @TempDir
    static Path folder;

    private static EmbeddedStack stack;
    private static Instance first;
    private static Instance second;

    /** What an instance of the evaluator has of banks. */
    private record Instance(BankLedger ledger, TopicWatch watch, KafkaBankLog log, Library library)
            implements AutoCloseable {
        static final ConcurrentLinkedQueue<Throwable> FAILURES = new ConcurrentLinkedQueue<>();

        static Instance start(KafkaConfig kafka) {
            BankLedger ledger = new BankLedger(kafka.serdes().deserializer(Topics.ORGANISATION_EVENTS));
            TopicWatch watch = LibraryWatch.over(kafka, ledger, FAILURES::add);
            watch.start();
            await().atMost(Duration.ofSeconds(30)).until(watch::current);
            KafkaBankLog log = new KafkaBankLog(kafka, watch, kafka.serdes(), Clock.systemUTC());
            return new Instance(ledger, watch, log, new Library(ledger, log));
        }

        @Override
        public void close() {
            log.close();
            watch.close();
        }
    }

    @BeforeAll
    static void start() throws Exception {
        stack = EmbeddedStack.start(
                StackHome.at(
                        folder.resolve("home"),
                        Map.of(
                                "COLLOQUY_HOME",
                                Path.of("target", "colloquy-home")
                                        .toAbsolutePath()
                                        .toString())),
                StackPorts.free(),
                Progress.silent());
        KafkaConfig kafka = new KafkaConfig(stack.kafkaBootstrap(), URI.create(stack.registryUrl()), 6, 1);
        TopicAdmin.ensure(kafka);
        ContractRegistration.register(kafka.registryClient());
        first = Instance.start(kafka);
        second = Instance.start(kafka);
    }

    @AfterAll
    static void stop() {
        first.close();
        second.close();
        stack.close();
    }

    @Test
    void shouldReadOnEveryInstanceWhatOneHasWritten() {
        // when
        CurrentBank saved = first.library().save(AUTHOR, "shared", bank("Shared"), new Expectation.Absent());

        // then
        assertThat(first.ledger().current(ORGANISATION, "shared")).contains(saved);
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(second.ledger().current(ORGANISATION, "shared"))
                        .contains(saved));
        assertThat(second.ledger()
                        .version(ORGANISATION, "shared", saved.version())
                        .orElseThrow()
                        .content())
                .isEqualTo(bank("Shared"));
        assertThat(Instance.FAILURES).isEmpty();
    }

    @Test
    void shouldDecideByWhatOthersHaveWrittenLast() {
        // given
        CurrentBank before = first.library().save(AUTHOR, "turns", bank("Turn 0"), new Expectation.Absent());

        // when, then
        for (int turn = 1; turn <= 6; turn++) {
            Library library = turn % 2 == 0 ? first.library() : second.library();
            CurrentBank base = before;
            before = library.save(AUTHOR, "turns", bank("Turn " + turn), new Expectation.Version(base.version()));
            Library other = turn % 2 == 0 ? second.library() : first.library();
            assertThatThrownBy(() -> other.save(AUTHOR, "turns", bank("Late"), new Expectation.Version(base.version())))
                    .isInstanceOfSatisfying(
                            Problem.class,
                            problem -> assertThat(problem.status()).isEqualTo(412));
        }
        assertThat(first.ledger().versions(ORGANISATION, "turns")).hasSize(7);
    }

    @Test
    void shouldLetOneOfManyInstancesWin() throws Exception {
        // given
        CurrentBank base = first.library().save(AUTHOR, "contended", bank("Base"), new Expectation.Absent());
        CountDownLatch together = new CountDownLatch(1);
        List<Callable<Boolean>> writers = IntStream.range(0, 8)
                .<Callable<Boolean>>mapToObj(i -> () -> {
                    together.await();
                    Library library = i % 2 == 0 ? first.library() : second.library();
                    return saves(library, "Writer " + i, base.version());
                })
                .toList();

        // when
        List<Boolean> won = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> running =
                    writers.stream().map(threads::submit).toList();
            together.countDown();
            for (Future<Boolean> writer : running) {
                won.add(result(writer));
            }
        }

        // then
        assertThat(won).containsOnlyOnce(true);
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(second.ledger().current(ORGANISATION, "contended"))
                        .isEqualTo(first.ledger().current(ORGANISATION, "contended"))
                        .isNotEqualTo(Optional.of(base)));
    }

    private static boolean saves(Library library, String name, String base) {
        try {
            library.save(AUTHOR, "contended", bank(name), new Expectation.Version(base));
            return true;
        } catch (Problem problem) {
            assertThat(problem.status()).isEqualTo(412);
            return false;
        }
    }

    private static boolean result(Future<Boolean> writer) throws InterruptedException {
        try {
            return writer.get();
        } catch (ExecutionException e) {
            throw new AssertionError("Expected to win or to lose, but it failed", e.getCause());
        }
    }

    private static QuestionBank bank(String name) {
        QuestionBank builtIn = BankReader.builtIn();
        return new QuestionBank(
                name, "v-" + name.replace(' ', '-'), builtIn.language(), builtIn.families(), builtIn.questions());
    }
}
