package io.colloquy.evaluator.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.colloquy.evaluator.bank.BankReader;
import io.colloquy.evaluator.bank.JobFamily;
import io.colloquy.evaluator.bank.Question;
import io.colloquy.evaluator.bank.QuestionBank;
import io.colloquy.evaluator.bank.QuestionKind;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BankPlannerTest {
    private static final QuestionBank BANK = BankReader.builtIn();
    private final BankPlanner planner = new BankPlanner(BANK);

    @Test
    void shouldPlanFiveQuestionsThatBeginWithAnIntroductionAndGetHarder() {
        // when
        Plan plan = planner.plan(request("session-1", "Java developer", InterviewKind.MIXED, 5));

        // then
        assertThat(plan.questions()).hasSize(5).doesNotHaveDuplicates();
        assertThat(plan.questions().getFirst().kind()).isEqualTo(QuestionKind.INTRODUCTION);
        List<Question> rest = plan.questions().subList(1, 5);
        assertThat(rest).extracting(Question::difficulty).isSorted();
        assertThat(rest)
                .extracting(Question::kind)
                .containsExactlyInAnyOrder(
                        QuestionKind.TECHNICAL,
                        QuestionKind.TECHNICAL,
                        QuestionKind.BEHAVIOURAL,
                        QuestionKind.SITUATIONAL);
        assertThat(plan.planner()).isEqualTo("built-in-bank");
        assertThat(plan.version()).isEqualTo(BANK.version());
    }

    @Test
    void shouldPlanTheSameForTheSameRequest() {
        // given
        PlanRequest request = request("session-1", "Data analyst", InterviewKind.MIXED, 5);

        // when
        Plan first = planner.plan(request);
        Plan again = new BankPlanner(BankReader.builtIn()).plan(request);

        // then
        assertThat(again).isEqualTo(first);
    }

    @Test
    void shouldVaryBetweenSessions() {
        // when
        long plans = IntStream.range(0, 50)
                .mapToObj(i -> planner.plan(request("session-" + i, "Java developer", InterviewKind.MIXED, 5)))
                .distinct()
                .count();

        // then
        assertThat(plans).isGreaterThan(10);
    }

    @ParameterizedTest
    @CsvSource({
        "Senior Java Developer, software",
        "Software Engineer, software",
        "Data Engineer, data",
        "Machine Learning Engineer, data",
        "Product Manager, product",
        "Sales Engineer, sales",
        "Technical Support Engineer, support",
        "Operations Manager, operations",
        "Warehouse Lead, operations",
        "Customer Success Manager, support",
        "Gardener, general",
        "'', general"
    })
    void shouldFindTheFamilyByTheTitle(String title, String family) {
        // when
        Plan plan = planner.plan(request("session-1", title, InterviewKind.MIXED, 5));

        // then
        assertThat(plan.family()).isEqualTo(family);
    }

    @Test
    void shouldAskTheDescriptionWhereTheTitleSaysNothing() {
        // given
        PlanRequest request = new PlanRequest(
                "session-1",
                "Wizard",
                Optional.of("You are a developer who writes Java and Python for our backend."),
                InterviewKind.MIXED,
                "en",
                5);

        // when
        Plan plan = planner.plan(request);

        // then
        assertThat(plan.family()).isEqualTo("software");
    }

    @ParameterizedTest
    @EnumSource(InterviewKind.class)
    void shouldFillTheLongestPlanInEveryFamily(InterviewKind kind) {
        for (JobFamily family : BANK.families()) {
            // given
            String title = family.jobTerms().stream().findFirst().orElse("Gardener");

            // when
            Plan plan = planner.plan(request("session-1", title, kind, PlanRequest.MOST));

            // then
            assertThat(plan.family()).isEqualTo(family.name());
            assertThat(plan.questions()).hasSize(PlanRequest.MOST).doesNotHaveDuplicates();
            assertThat(plan.questions())
                    .filteredOn(question -> question.kind() == QuestionKind.INTRODUCTION)
                    .hasSize(1);
        }
    }

    @Test
    void shouldAskMostlyAboutBehaviourInABehaviouralInterview() {
        // when
        Plan plan = planner.plan(request("session-1", "Java developer", InterviewKind.of("behavioural"), 5));

        // then
        assertThat(plan.questions())
                .filteredOn(question -> question.kind() == QuestionKind.BEHAVIOURAL)
                .hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({"5, 3", "1, 0", "10, 6", "3, 2"})
    void shouldAddReservesOfTheSameKindsBehindThePlan(int count, int reserves) {
        // given
        PlanRequest fixed = request("session-1", "Java developer", InterviewKind.MIXED, count);
        PlanRequest adaptive = adaptive(fixed);

        // when
        Plan plan = planner.plan(adaptive);

        // then
        assertThat(plan.questions().subList(0, count))
                .isEqualTo(planner.plan(fixed).questions());
        assertThat(plan.questions()).hasSize(count + reserves).doesNotHaveDuplicates();
        assertThat(plan.questions().subList(count, count + reserves))
                .allSatisfy(question ->
                        assertThat(InterviewKind.MIXED.asks(question.kind())).isTrue());
    }

    @Test
    void shouldTakeReservesOfOtherDifficultiesThanAKindHasAlready() {
        // given
        PlanRequest request = adaptive(request("session-1", "Java developer", InterviewKind.MIXED, 5));

        // when
        List<Question> questions = planner.plan(request).questions();

        // then
        List<Integer> technical = questions.stream()
                .filter(question -> question.kind() == QuestionKind.TECHNICAL)
                .map(Question::difficulty)
                .toList();
        assertThat(technical).hasSize(3).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource(InterviewKind.class)
    void shouldAskSomethingElseInTheNextInterview(InterviewKind kind) {
        // given
        PlanRequest first = adaptive(request("session-1", "Java developer", kind, 5));
        List<String> asked = texts(planner.plan(first)).subList(0, 5);

        // when
        List<String> next =
                texts(planner.plan(knowing(asked, adaptive(request("session-2", "Java developer", kind, 5)))));

        // then
        assertThat(next).hasSize(8).doesNotHaveDuplicates().doesNotContainAnyElementsOf(asked);
    }

    @Test
    void shouldAskAgainWhatWasAskedLongestAgoWhereTheBankHasNothingElse() {
        // given
        PlanRequest request = request("session-1", "Java developer", InterviewKind.MIXED, 5);
        List<String> everything = BANK.questions().stream().map(Question::text).toList();

        // when
        List<Question> questions = planner.plan(knowing(everything, request)).questions();

        // then
        assertThat(questions).hasSize(5).doesNotHaveDuplicates();
        assertThat(questions.getFirst())
                .isEqualTo(BANK.questions().stream()
                        .filter(question -> question.kind() == QuestionKind.INTRODUCTION)
                        .reduce((one, later) -> later)
                        .orElseThrow());
    }

    private static List<String> texts(Plan plan) {
        return plan.questions().stream().map(Question::text).toList();
    }

    private static PlanRequest knowing(List<String> askedBefore, PlanRequest it) {
        return new PlanRequest(
                it.sessionId(),
                it.jobTitle(),
                it.jobDescription(),
                it.interviewKind(),
                it.language(),
                it.count(),
                new PlanRequest.Person(Optional.empty(), Optional.empty(), askedBefore),
                it.adaptive());
    }

    private static PlanRequest adaptive(PlanRequest it) {
        return new PlanRequest(
                it.sessionId(),
                it.jobTitle(),
                it.jobDescription(),
                it.interviewKind(),
                it.language(),
                it.count(),
                it.person(),
                true);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 21})
    void shouldRefuseACountThatMakesNoInterview(int count) {
        assertThatThrownBy(() -> request("session-1", "Clerk", InterviewKind.MIXED, count))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Expected 1 to 20 questions, but");
    }

    @ParameterizedTest
    @CsvSource({
        "de-AT, Java-Entwicklerin, de, software",
        "es, Analista de datos, es, data",
        "de, Disponent in der Logistik, de, operations",
        "es-MX, Agente de atención al cliente, es, support",
        "fr, Conseiller clientèle, fr, support",
        "fr-CA, Développeuse Java, fr, software",
        "fr, Ingénieur commercial, fr, sales",
        "fr, Responsable logistique, fr, operations",
        "it, Addetto al magazzino, en, general",
        "en-GB, Account executive, en, sales"
    })
    void shouldAskInTheLanguageOfTheInterview(String language, String title, String expected, String family) {
        // given
        PlanRequest request = new PlanRequest("session-1", title, Optional.empty(), InterviewKind.MIXED, language, 5);

        // when
        Plan plan = BankPlanner.builtIn().plan(request);

        // then
        assertThat(plan.language()).isEqualTo(expected);
        assertThat(plan.family()).isEqualTo(family);
        assertThat(BankReader.everyBuiltIn())
                .filteredOn(bank -> bank.language().equals(expected))
                .allSatisfy(bank -> assertThat(bank.questions()).containsAll(plan.questions()));
    }

    private static PlanRequest request(String sessionId, String title, InterviewKind kind, int count) {
        return new PlanRequest(sessionId, title, Optional.empty(), kind, "en", count);
    }
}
