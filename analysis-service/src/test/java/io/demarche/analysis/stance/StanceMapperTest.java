package io.demarche.analysis.stance;

import static org.assertj.core.api.Assertions.assertThat;

import io.demarche.engine.Act;
import io.demarche.engine.Attribution;
import io.demarche.engine.AttributionKind;
import io.demarche.engine.Manner;
import io.demarche.engine.Polarity;
import io.demarche.engine.Stance;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StanceMapperTest {

    private static final Instant NOW = Instant.parse("2024-05-02T00:00:00Z");

    private final Stance full = Made.stance(
            Made.actor("kremlin", "russia", "brics"),
            Made.issue("ceasefire", "peace-negotiations"),
            Polarity.OPPOSE,
            0.25,
            new LinkedHashSet<>(List.of(Manner.NEGATED, Manner.CONDITIONAL)),
            Act.REJECT,
            new Attribution(AttributionKind.REPORTED, Made.actor("peskov", "kremlin"), true, "Reuters"));

    private final Stance bare = Made.stance(
            Made.actor("kyiv"), Made.actor("moscow"), Polarity.NEUTRAL, 1, Set.of(), null, full.attribution());

    @Test
    void whatIsStoredShowsAsWhatWasFound() {
        AnalysedArticle article = Made.article("example.org", null, full, bare);

        assertThat(StanceMapper.toView(StanceMapper.toEntity(article, 0, NOW))).isEqualTo(StanceMapper.toView(full));
        assertThat(StanceMapper.toView(StanceMapper.toEntity(article, 1, NOW))).isEqualTo(StanceMapper.toView(bare));
    }

    @Test
    void showsEveryPart() {
        StanceView view = StanceMapper.toView(full);

        assertThat(view.holder())
                .isEqualTo(new EntityView("kremlin", KindView.ACTOR, "The kremlin", List.of("russia", "brics"), 0, 6));
        assertThat(view.target().kind()).isEqualTo(KindView.ISSUE);
        assertThat(view.polarity()).isEqualTo(Polarity.OPPOSE);
        assertThat(view.score()).isEqualTo(-0.75);
        assertThat(view.confidence()).isEqualTo(0.25);
        assertThat(view.manner()).containsExactly(Manner.CONDITIONAL, Manner.NEGATED);
        assertThat(view.act()).isEqualTo(Act.REJECT);
        assertThat(view.attribution().kind()).isEqualTo(AttributionKind.REPORTED);
        assertThat(view.attribution().speaker().id()).isEqualTo("peskov");
        assertThat(view.attribution().quoted()).isTrue();
        assertThat(view.attribution().medium()).isEqualTo("Reuters");
        assertThat(view.evidence().sentence().text())
                .isEqualTo(full.evidence().sentence().text());
        assertThat(view.evidence().cue()).isEqualTo(new SpanView(7, 15));
        assertThat(view.evidence().condition()).isEqualTo(new SpanView(21, 25));
        assertThat(StanceMapper.toView(bare).evidence().condition()).isNull();
    }

    @Test
    void standsAtItsPublicationOrElseAtItsAnalysis() {
        Instant published = Instant.parse("2020-01-01T00:00:00Z");

        assertThat(StanceMapper.toEntity(Made.article("a.org", published, full), 0, NOW).at)
                .isEqualTo(published);
        assertThat(StanceMapper.toEntity(Made.article("a.org", null, full), 0, NOW).at)
                .isEqualTo(NOW);
    }

    @Test
    void isFoundUnderItselfAndItsAncestors() {
        assertThat(StanceMapper.toEntity(Made.article("a.org", null, full), 0, NOW).holder.path)
                .containsExactly("kremlin", "russia", "brics");
    }
}
