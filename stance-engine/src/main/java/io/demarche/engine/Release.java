package io.demarche.engine;

import io.demarche.engine.catalog.BuiltInCatalog;
import io.demarche.engine.cue.CueLexicon;
import io.demarche.engine.data.Digest;
import io.demarche.engine.data.Table;
import io.demarche.engine.language.Languages;
import io.demarche.engine.quote.Media;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Names the release so that two engines of the same name give the same answers: rules, data and model all count. */
final class Release {
    /** Raised with every change of the rules that can change an answer. */
    private static final String RULES = "0.3.1";

    private Release() {}

    static String version(String model) {
        List<String> files = new ArrayList<>(BuiltInCatalog.FILES);
        files.addAll(CueLexicon.FILES);
        files.addAll(List.of("nouns.tsv", "markers.tsv", "combination.tsv", Languages.FILE, Media.FILE));
        Digest digest = new Digest();
        files.forEach(file -> digest.add(Table.bytes(file)));
        return RULES + "+" + digest.add(model.getBytes(StandardCharsets.UTF_8)).digits();
    }
}
