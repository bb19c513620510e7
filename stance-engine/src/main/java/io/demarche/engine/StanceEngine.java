package io.demarche.engine;

import io.demarche.engine.catalog.BuiltInCatalog;
import io.demarche.engine.catalog.CallCatalog;
import io.demarche.engine.catalog.Catalog;
import io.demarche.engine.cue.CueLexicon;
import io.demarche.engine.stance.CodePoints;
import io.demarche.engine.stance.StanceFinder;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds stances in a text.
 *
 * <pre>{@code
 * StanceEngine engine = StanceEngine.create();
 * Analysis analysis = engine.analyse(AnalysisRequest.of("Moscow welcomed the plan, but Kyiv rejected it."));
 * analysis.stances().forEach(stance ->
 *         System.out.println(stance.holder().name() + " " + stance.polarity() + " " + stance.target().name()));
 * }</pre>
 *
 * <p>Creating an engine reads its data files and language models (a few hundred milliseconds); do it once. An engine is
 * immutable and may be used by any number of threads. Equal requests to equal engines give equal answers.
 */
public final class StanceEngine {
    private final EngineInfo info;
    private final Catalog catalog;
    private final StanceFinder finder;

    private StanceEngine(EngineInfo info, Catalog catalog, StanceFinder finder) {
        this.info = info;
        this.catalog = catalog;
        this.finder = finder;
    }

    /** An engine with the built-in catalog and cue lexicon. */
    public static StanceEngine create() {
        return new StanceEngine(
                new EngineInfo(Release.version(), "cues"), BuiltInCatalog.load(), new StanceFinder(CueLexicon.load()));
    }

    /** Which engine this is. */
    public EngineInfo info() {
        return info;
    }

    /**
     * Finds the stances of a text.
     *
     * @throws InvalidRequestException when a mention lies outside the text or a catalog contradicts itself
     */
    public Analysis analyse(AnalysisRequest request) {
        CodePoints offsets = new CodePoints(request.text());
        check(
                request.mentions(),
                request.text().codePointCount(0, request.text().length()));
        Catalog names = CallCatalog.of(catalog, request.catalog());
        return new Analysis(info, request.text(), finder.find(request, names, offsets));
    }

    private static void check(List<Mention> mentions, int length) {
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < mentions.size(); i++) {
            Mention mention = mentions.get(i);
            String field = "mentions[" + i + "]";
            if (mention.start() < 0 || mention.start() >= length) {
                throw new InvalidRequestException(
                        field + ".start", "must lie inside the text, which has " + length + " code points");
            }
            if (mention.end() <= mention.start() || mention.end() > length) {
                throw new InvalidRequestException(
                        field + ".end",
                        "must lie after start and inside the text, which has " + length + " code points");
            }
            if (!ids.add(mention.id())) {
                throw new InvalidRequestException(field + ".id", "is the id of another mention too");
            }
        }
    }
}
