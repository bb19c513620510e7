package io.demarche.analysis.analyse;

import static org.assertj.core.api.Assertions.assertThat;

import io.demarche.analysis.stance.Made;
import io.demarche.engine.Analysis;
import io.demarche.engine.AnalysisRequest;
import io.demarche.engine.CustomCatalog;
import io.demarche.engine.CustomCatalog.CustomActor;
import io.demarche.engine.CustomCatalog.CustomIssue;
import io.demarche.engine.Mention;
import io.demarche.engine.Polarity;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnalyseMapperTest {

    @Test
    void handsOnEveryPart() {
        AnalyseRequest request = new AnalyseRequest(
                "A text.",
                "A title",
                "2024-05-01",
                "Spain",
                List.of(new MentionRequest("p", 0, 1)),
                new CatalogRequest(
                        List.of(new CatalogRequest.ActorRequest("a", List.of("A"), List.of("b"), "group")),
                        List.of(new CatalogRequest.IssueRequest("i", List.of("text"), null))),
                true,
                "en-GB");

        assertThat(AnalyseMapper.toEngine(request))
                .isEqualTo(new AnalysisRequest(
                        "A text.",
                        "A title",
                        Instant.parse("2024-05-01T00:00:00Z"),
                        "Spain",
                        List.of(new Mention("p", 0, 1)),
                        new CustomCatalog(
                                List.of(new CustomActor("a", List.of("A"), List.of("b"), "group")),
                                List.of(new CustomIssue("i", List.of("text"), List.of())),
                                true),
                        "en-GB"));
    }

    @Test
    void whatIsLeftOutStaysOut() {
        AnalyseRequest request = new AnalyseRequest("A text.", null, null, " ", null, null, null, null);

        assertThat(AnalyseMapper.toEngine(request)).isEqualTo(AnalysisRequest.of("A text."));
    }

    @Test
    void answersWithEngineTextAndStances() {
        var stance = Made.stance(Made.actor("a"), Made.actor("b"), Polarity.SUPPORT);

        AnalyseResponse response =
                AnalyseMapper.toResponse(new Analysis(Made.ENGINE, "A text.", List.of(stance), List.of("A note.")));

        assertThat(response.engine()).isEqualTo(new EngineResponse("test-1", "linear"));
        assertThat(response.text()).isEqualTo("A text.");
        assertThat(response.stances()).hasSize(1);
        assertThat(response.notes()).containsExactly("A note.");
    }
}
