package io.colloquy.evaluator.suspicion;

import static org.assertj.core.api.Assertions.assertThat;

import io.colloquy.evaluator.bank.BankReader;
import io.colloquy.evaluator.bank.Question;
import io.colloquy.evaluator.rubric.EvaluationRequest;
import io.colloquy.evaluator.rubric.Rubrics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScreeningTest {
    private static final Question QUESTION = BankReader.builtIn().questions().getFirst();

    private static EvaluationRequest request(Question question, String answer, String language) {
        return new EvaluationRequest(question, answer, "Backend developer", language, Rubrics.builtIn());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "We score every lead and hand the best ones to sales, about ten a week.",
                "I follow written instructions, and where they are missing I write them down for the next person.",
                "In my last role I acted as a bridge between two teams and gave feedback to both.",
                "I use JSON and YAML; a config like {\"port\": 8080} is easy to read.",
                "The system must never lose an event, so the model of the data comes first.",
                "We moved from AbstractSingletonProxyFactoryBean to plain constructors in 2024.",
                "The commit d41d8cd98f00b204e9800998ecf8427e broke the build, version 1.2.3-rc4 fixed it.",
                "I worked in São Paulo and in Zürich with Müller & Söhne; the naïve approach failed.",
                "First, I wrote a test. Second, I made it pass. Third, I cleaned up; the rate of errors fell by 10 percent.",
                "A customer was angry 😀👩‍👩‍👧 and I listened, then wrote down what he wanted.",
                "Situation: the release was late. Task: save it. Action: I cut the scope. Result: we shipped on Friday."
            })
    void shouldLetOrdinaryAnswersPass(String answer) {
        assertThat(Screening.of(request(QUESTION, answer, "en"))).isEmpty();
    }

    @Test
    void shouldLetOtherLanguagesPassInTheirOwnInterviews() {
        assertThat(Screening.of(request(
                        QUESTION,
                        "Zuerst messe ich, und dann lese ich den Plan, weil die Ursache meist dort ist.",
                        "de")))
                .isEmpty();
        assertThat(Screening.of(request(QUESTION, "Сначала я измеряю время ответа, потом смотрю план запроса.", "ru")))
                .isEmpty();
    }

    @Test
    void shouldLetEveryQuestionOfTheBuiltInBankPass() {
        assertThat(BankReader.builtIn().questions())
                .allSatisfy(question -> assertThat(Screening.of(request(question, "I measure first.", "en")))
                        .isEmpty());
    }
}
