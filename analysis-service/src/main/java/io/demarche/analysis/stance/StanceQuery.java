package io.demarche.analysis.stance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns a filter into a query: only what is asked for gets a condition, so that each plan uses its own index. */
final class StanceQuery {

    /** The very expression of the index {@code stance_text}. */
    private static final String TEXT =
            "cast(sql('to_tsvector(''english'', ?) @@ websearch_to_tsquery(''english'', ?)', sentenceText, :text) as Boolean)";

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    StanceQuery(StanceFilter filter, @Nullable StanceKey after) {
        overlaps("holder.path", "holders", filter.holders());
        overlaps("target.path", "targets", filter.targets());
        overlaps("manner", "manners", names(filter.manners()));
        anyOf("polarity", "polarities", names(filter.polarities()));
        anyOf("act", "acts", names(filter.acts()));
        anyOf("attributionKind", "attributions", names(filter.attributions()));
        anyOf("source", "sources", filter.sources());
        anyOf("articleId", "articles", filter.articles());
        compare("at >= :from", "from", filter.from());
        compare("at < :to", "to", filter.to());
        compare("confidence >= :minConfidence", "minConfidence", filter.minConfidence());
        compare(TEXT, "text", filter.text());
        if (after != null) {
            conditions.add("(at, id) < (:afterAt, :afterId)");
            parameters.put("afterAt", after.at());
            parameters.put("afterId", after.id());
        }
    }

    /** HQL for {@code find}. */
    String text() {
        return "from StanceEntity"
                + (conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions))
                + " order by at desc, id desc";
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    private void overlaps(String path, String name, Collection<String> values) {
        if (!values.isEmpty()) {
            conditions.add("array_intersects(" + path + ", :" + name + ")");
            parameters.put(name, values.toArray(String[]::new));
        }
    }

    private void anyOf(String path, String name, Collection<?> values) {
        if (!values.isEmpty()) {
            conditions.add(path + " in (:" + name + ")");
            parameters.put(name, List.copyOf(values));
        }
    }

    private void compare(String condition, String name, @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            parameters.put(name, value);
        }
    }

    private static List<String> names(Collection<? extends Enum<?>> values) {
        return values.stream().<String>map(Enum::name).toList();
    }
}
