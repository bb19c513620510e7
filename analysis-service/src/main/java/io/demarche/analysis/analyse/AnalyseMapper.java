package io.demarche.analysis.analyse;

import io.demarche.analysis.Moments;
import io.demarche.analysis.stance.StanceMapper;
import io.demarche.engine.Analysis;
import io.demarche.engine.AnalysisRequest;
import io.demarche.engine.CustomCatalog;
import io.demarche.engine.CustomCatalog.CustomActor;
import io.demarche.engine.CustomCatalog.CustomIssue;
import io.demarche.engine.Mention;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Between requests of the API and those of the engine. */
final class AnalyseMapper {

    private AnalyseMapper() {}

    /** Takes a request that {@link AnalyseRules} has let pass. */
    static AnalysisRequest toEngine(AnalyseRequest request) {
        return new AnalysisRequest(
                text(request.text()),
                textOrNull(request.title()),
                Moments.read("publishedAt", request.publishedAt()),
                textOrNull(request.speaker()),
                list(request.mentions()).stream().map(AnalyseMapper::toEngine).toList(),
                request.catalog() == null
                        ? null
                        : toEngine(request.catalog(), Boolean.TRUE.equals(request.onlyCatalog())),
                textOrNull(request.language()));
    }

    static AnalyseResponse toResponse(Analysis analysis) {
        return new AnalyseResponse(
                EngineResponse.of(analysis.engine()),
                analysis.text(),
                analysis.stances().stream().map(StanceMapper::toView).toList(),
                analysis.notes());
    }

    private static Mention toEngine(@Nullable MentionRequest mention) {
        Objects.requireNonNull(mention);
        return new Mention(
                text(mention.id()), Objects.requireNonNull(mention.start()), Objects.requireNonNull(mention.end()));
    }

    private static CustomCatalog toEngine(CatalogRequest catalog, boolean only) {
        return new CustomCatalog(
                list(catalog.actors()).stream()
                        .map(Objects::requireNonNull)
                        .map(actor -> new CustomActor(
                                text(actor.id()), texts(actor.names()), texts(actor.memberOf()), actor.kind()))
                        .toList(),
                list(catalog.issues()).stream()
                        .map(Objects::requireNonNull)
                        .map(issue -> new CustomIssue(text(issue.id()), texts(issue.terms()), texts(issue.partOf())))
                        .toList(),
                only);
    }

    private static List<String> texts(@Nullable List<@Nullable String> texts) {
        return list(texts).stream().map(AnalyseMapper::text).toList();
    }

    private static String text(@Nullable String text) {
        return Objects.requireNonNull(text);
    }

    private static @Nullable String textOrNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    private static <T extends @Nullable Object> List<T> list(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
