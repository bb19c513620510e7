package io.demarche.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LongTextTest {
    private static final StanceEngine ENGINE = StanceEngine.create();

    @Test
    void aSentenceWithoutAnEndIsCutAndStillRead() {
        String text = "Moscow welcomed the peace talks and ".repeat(1_400);
        assertThat(ENGINE.analyse(AnalysisRequest.of(text)).stances().size()).isGreaterThan(40);
    }

    @Test
    void twiceTheTextGivesTwiceTheStances() {
        String once = "Kyiv rejected the peace plan.\n".repeat(50);
        int stances = ENGINE.analyse(AnalysisRequest.of(once)).stances().size();
        assertThat(stances).isEqualTo(50);
        assertThat(ENGINE.analyse(AnalysisRequest.of(once + once)).stances()).hasSize(2 * stances);
    }

    /** Each verb governs the next: without memory of what was looked at, this would never end. */
    @Test
    void aLongChainOfInfinitivesIsRead() {
        String text = "Moscow agreed " + "to refuse to seek to support ".repeat(20) + "the peace talks.";
        assertThat(ENGINE.analyse(AnalysisRequest.of(text)).stances())
                .anyMatch(stance -> stance.target().id().equals("peace-negotiations"));
    }

    @Test
    void whatFollowsALongGapIsRead() {
        String text = "Moscow said nothing and" + " ".repeat(9_000) + "Kyiv rejected the peace plan.";
        assertThat(ENGINE.analyse(AnalysisRequest.of(text)).stances())
                .anyMatch(stance -> stance.holder().id().equals("ukraine"));
    }

    @Test
    void anEmptyTextHasNone() {
        assertThat(ENGINE.analyse(AnalysisRequest.of(" \n\t ")).stances()).isEmpty();
    }
}
