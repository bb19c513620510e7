package io.demarche.engine.quote;

import static org.assertj.core.api.Assertions.assertThat;

import io.demarche.engine.AnalysisRequest;
import io.demarche.engine.Stance;
import io.demarche.engine.StanceEngine;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Quotes that run over sentences, with whoever says them behind. */
class LongQuotesTest {

    private static final StanceEngine ENGINE = StanceEngine.builder().linear().build();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sergei Lavrov spoke next. “We reject the sanctions. Nobody asked for them,” Lavrov said.",
                "Sergei Lavrov spoke next. “We reject the sanctions. Nobody asked for them,” he said.",
                "Sergei Lavrov spoke next. “We reject the sanctions. Nobody asked for them,” the minister told reporters.",
                "Sergei Lavrov spoke next. “We reject the sanctions. Angela Merkel asked for them,” he said.",
            })
    void belongToWhoeverIsNamedOrMeantBehindThem(String text) {
        assertThat(rejections(text)).isNotEmpty().allSatisfy(stance -> assertThat(
                        stance.attribution().speaker().id())
                .isEqualTo("sergei-lavrov"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sergei Lavrov spoke next. “We reject the sanctions. Nobody asked for them,” she said.",
                "Sergei Lavrov spoke next. “We reject the sanctions. Nobody asked for them,” a banner read.",
            })
    void areNotGivenToSomebodyElse(String text) {
        assertThat(rejections(text))
                .allSatisfy(stance -> assertThat(stance.attribution().speaker()).isNull());
    }

    private static List<Stance> rejections(String text) {
        return ENGINE.analyse(AnalysisRequest.of(text)).stances().stream()
                .filter(stance -> stance.target().id().equals("sanctions"))
                .toList();
    }
}
