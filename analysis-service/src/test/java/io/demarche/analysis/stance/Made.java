package io.demarche.analysis.stance;

import io.demarche.engine.Act;
import io.demarche.engine.Attribution;
import io.demarche.engine.AttributionKind;
import io.demarche.engine.EngineInfo;
import io.demarche.engine.Entity;
import io.demarche.engine.EntityKind;
import io.demarche.engine.Evidence;
import io.demarche.engine.Manner;
import io.demarche.engine.Polarity;
import io.demarche.engine.SentenceSpan;
import io.demarche.engine.Span;
import io.demarche.engine.Stance;
import io.demarche.platform.id.Uuid7;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Stances and articles for tests. */
public final class Made {

    public static final EngineInfo ENGINE = new EngineInfo("test-1", "linear");
    public static final Instant LEASED = Instant.parse("2024-05-01T08:00:00Z");

    private Made() {}

    public static Entity actor(String id, String... memberOf) {
        return new Entity(id, EntityKind.ACTOR, "The " + id, List.of(memberOf), 0, 6);
    }

    public static Entity issue(String id, String... partOf) {
        return new Entity(id, EntityKind.ISSUE, id.replace('-', ' '), List.of(partOf), 16, 20);
    }

    public static Stance stance(Entity holder, Entity target, Polarity polarity) {
        return stance(
                holder,
                target,
                polarity,
                0.8,
                Set.of(),
                null,
                new Attribution(AttributionKind.AUTHOR, null, false, null));
    }

    public static Stance stance(
            Entity holder,
            Entity target,
            Polarity polarity,
            double confidence,
            Set<Manner> manner,
            @Nullable Act act,
            Attribution attribution) {
        Span condition = manner.contains(Manner.CONDITIONAL) ? new Span(21, 25) : null;
        return new Stance(
                holder,
                target,
                polarity,
                polarity == Polarity.OPPOSE ? -0.75 : 0.5,
                confidence,
                manner,
                act,
                attribution,
                new Evidence(new SentenceSpan(0, 25, "Moscow said 𝔂es — \"if…\"."), new Span(7, 15), condition));
    }

    /** A stance whose sentence says this. */
    public static Stance saying(String sentence, String holder) {
        return new Stance(
                actor(holder),
                issue("ceasefire"),
                Polarity.SUPPORT,
                0.5,
                0.8,
                Set.of(Manner.HEDGED, Manner.DEMAND),
                null,
                new Attribution(AttributionKind.AUTHOR, null, false, null),
                new Evidence(new SentenceSpan(0, sentence.length(), sentence), new Span(0, 1), null));
    }

    public static AnalysedArticle article(UUID id, String hash, List<Stance> stances) {
        return new AnalysedArticle(
                id, hash, LEASED, "https://example.org/a", "example.org", "A headline", null, ENGINE, stances);
    }

    public static AnalysedArticle article(String source, @Nullable Instant publishedAt, Stance... stances) {
        return new AnalysedArticle(
                Uuid7.next(), "hash", LEASED, null, source, "A headline", publishedAt, ENGINE, List.of(stances));
    }
}
