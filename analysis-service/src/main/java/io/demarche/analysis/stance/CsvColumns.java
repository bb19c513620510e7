package io.demarche.analysis.stance;

import io.demarche.analysis.stance.CsvFormat.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The columns of stances as CSV, described in docs/api.md. Programs count on them: new ones go to the end. */
final class CsvColumns {

    private CsvColumns() {}

    /**
     * All of them, in their order.
     *
     * @param between stands between several values of one field
     */
    static List<Column> all(String between) {
        List<Column> columns = new ArrayList<>(List.of(
                new Column("id", StoredStance::id),
                new Column("articleId", StoredStance::articleId),
                new Column("source", StoredStance::source),
                new Column("url", StoredStance::url),
                new Column("title", StoredStance::title),
                new Column("publishedAt", StoredStance::publishedAt),
                new Column("analysedAt", StoredStance::analysedAt),
                new Column("engineVersion", StoredStance::engineVersion)));
        columns.addAll(entity("holder", StoredStance::holder, between));
        columns.addAll(entity("target", StoredStance::target, between));
        columns.addAll(List.of(
                new Column("polarity", StoredStance::polarity),
                new Column("score", StoredStance::score),
                new Column("confidence", StoredStance::confidence),
                new Column(
                        "manner",
                        stance -> stance.manner().stream().map(Enum::name).collect(Collectors.joining(between))),
                new Column("act", StoredStance::act),
                new Column("attribution", stance -> stance.attribution().kind())));
        columns.addAll(entity("speaker", stance -> stance.attribution().speaker(), between));
        columns.addAll(List.of(
                new Column("quoted", stance -> stance.attribution().quoted()),
                new Column("medium", stance -> stance.attribution().medium()),
                new Column("sentence", stance -> stance.evidence().sentence().text()),
                new Column(
                        "sentenceStart", stance -> stance.evidence().sentence().start()),
                new Column("sentenceEnd", stance -> stance.evidence().sentence().end())));
        columns.addAll(span("cue", stance -> stance.evidence().cue()));
        columns.addAll(span("condition", stance -> stance.evidence().condition()));
        return List.copyOf(columns);
    }

    private static List<Column> entity(
            String name, Function<StoredStance, @Nullable EntityView> entity, String between) {
        return List.of(
                part(name + "Id", entity, EntityView::id),
                part(name + "Kind", entity, view -> view.kind().name().toLowerCase(java.util.Locale.ROOT)),
                part(name + "Name", entity, EntityView::name),
                part(name + "MemberOf", entity, view -> String.join(between, view.memberOf())),
                part(name + "Start", entity, EntityView::start),
                part(name + "End", entity, EntityView::end));
    }

    private static List<Column> span(String name, Function<StoredStance, @Nullable SpanView> span) {
        return List.of(part(name + "Start", span, SpanView::start), part(name + "End", span, SpanView::end));
    }

    private static <T> Column part(
            String name, Function<StoredStance, @Nullable T> whole, Function<T, @Nullable Object> part) {
        return new Column(name, stance -> {
            T there = whole.apply(stance);
            return there == null ? null : part.apply(there);
        });
    }
}
