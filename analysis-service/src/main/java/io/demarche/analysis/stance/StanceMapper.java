package io.demarche.analysis.stance;

import io.demarche.engine.Act;
import io.demarche.engine.AttributionKind;
import io.demarche.engine.Entity;
import io.demarche.engine.EntityKind;
import io.demarche.engine.Manner;
import io.demarche.engine.Polarity;
import io.demarche.engine.Span;
import io.demarche.engine.Stance;
import io.demarche.platform.id.Uuid7;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Between the engine's stances, the rows that keep them and what the API shows. */
public final class StanceMapper {

    private StanceMapper() {}

    /** An engine's stance as the API shows it. */
    public static StanceView toView(Stance stance) {
        var evidence = stance.evidence();
        var sentence = evidence.sentence();
        return new StanceView(
                toView(stance.holder()),
                toView(stance.target()),
                stance.polarity(),
                stance.score(),
                stance.confidence(),
                ordered(stance),
                stance.act(),
                new AttributionView(
                        stance.attribution().kind(),
                        stance.attribution().speaker() == null
                                ? null
                                : toView(stance.attribution().speaker()),
                        stance.attribution().quoted(),
                        stance.attribution().medium()),
                new EvidenceView(
                        new SentenceView(sentence.start(), sentence.end(), sentence.text()),
                        toView(evidence.cue()),
                        evidence.condition() == null ? null : toView(evidence.condition())));
    }

    private static EntityView toView(Entity entity) {
        return new EntityView(
                entity.id(),
                KindView.of(entity.kind()),
                entity.name(),
                entity.memberOf(),
                entity.start(),
                entity.end());
    }

    private static SpanView toView(Span span) {
        return new SpanView(span.start(), span.end());
    }

    /** In the order of {@link Manner}, whatever the set says. */
    private static List<Manner> ordered(Stance stance) {
        return Arrays.stream(Manner.values()).filter(stance.manner()::contains).toList();
    }

    static StanceEntity toEntity(AnalysedArticle article, int ordinal, Instant analysedAt) {
        Stance stance = article.stances().get(ordinal);
        StanceEntity row = new StanceEntity();
        row.id = Uuid7.next();
        row.articleId = article.articleId();
        row.ordinal = ordinal;
        row.at = article.publishedAt() == null ? analysedAt : article.publishedAt();
        row.url = article.url();
        row.source = article.source();
        row.title = article.title();
        row.publishedAt = article.publishedAt();
        row.analysedAt = analysedAt;
        row.engineVersion = article.engine().version();
        row.holder = toColumns(stance.holder());
        row.target = toColumns(stance.target());
        row.polarity = stance.polarity().name();
        row.score = stance.score();
        row.confidence = stance.confidence();
        row.manner = ordered(stance).stream().map(Manner::name).toArray(String[]::new);
        row.act = stance.act() == null ? null : stance.act().name();
        row.attributionKind = stance.attribution().kind().name();
        row.speaker = stance.attribution().speaker() == null
                ? null
                : toColumns(stance.attribution().speaker());
        row.quoted = stance.attribution().quoted();
        row.medium = stance.attribution().medium();
        row.sentenceStart = stance.evidence().sentence().start();
        row.sentenceEnd = stance.evidence().sentence().end();
        row.sentenceText = stance.evidence().sentence().text();
        row.cueStart = stance.evidence().cue().start();
        row.cueEnd = stance.evidence().cue().end();
        Span condition = stance.evidence().condition();
        row.conditionStart = condition == null ? null : condition.start();
        row.conditionEnd = condition == null ? null : condition.end();
        return row;
    }

    private static EntityColumns toColumns(Entity entity) {
        EntityColumns columns = new EntityColumns();
        columns.id = entity.id();
        columns.kind = entity.kind().name();
        columns.name = entity.name();
        columns.path = new String[entity.memberOf().size() + 1];
        columns.path[0] = columns.id;
        for (int i = 1; i < columns.path.length; i++) {
            columns.path[i] = entity.memberOf().get(i - 1);
        }
        columns.start = entity.start();
        columns.end = entity.end();
        return columns;
    }

    static StanceView toView(StanceEntity row) {
        return new StanceView(
                toView(row.holder),
                toView(row.target),
                Polarity.valueOf(row.polarity),
                row.score,
                row.confidence,
                manners(row),
                act(row),
                attribution(row),
                evidence(row));
    }

    static StoredStance toStored(StanceEntity row) {
        return new StoredStance(
                row.id,
                row.articleId,
                row.url,
                row.source,
                row.publishedAt,
                row.title,
                row.analysedAt,
                row.engineVersion,
                toView(row.holder),
                toView(row.target),
                Polarity.valueOf(row.polarity),
                row.score,
                row.confidence,
                manners(row),
                act(row),
                attribution(row),
                evidence(row));
    }

    private static EntityView toView(EntityColumns columns) {
        List<String> path = List.of(columns.path);
        return new EntityView(
                columns.id,
                KindView.of(EntityKind.valueOf(columns.kind)),
                columns.name,
                path.subList(1, path.size()),
                columns.start,
                columns.end);
    }

    private static List<Manner> manners(StanceEntity row) {
        EnumSet<Manner> manners = EnumSet.noneOf(Manner.class);
        for (String name : row.manner) {
            manners.add(Manner.valueOf(name));
        }
        return List.copyOf(manners);
    }

    private static @Nullable Act act(StanceEntity row) {
        return row.act == null ? null : Act.valueOf(row.act);
    }

    private static AttributionView attribution(StanceEntity row) {
        return new AttributionView(
                AttributionKind.valueOf(row.attributionKind),
                row.speaker == null || row.speaker.id == null ? null : toView(row.speaker),
                row.quoted,
                row.medium);
    }

    private static EvidenceView evidence(StanceEntity row) {
        return new EvidenceView(
                new SentenceView(row.sentenceStart, row.sentenceEnd, row.sentenceText),
                new SpanView(row.cueStart, row.cueEnd),
                row.conditionStart == null ? null : new SpanView(row.conditionStart, row.conditionEnd));
    }
}
