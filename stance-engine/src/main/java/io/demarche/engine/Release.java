package io.demarche.engine;

import io.demarche.engine.catalog.BuiltInCatalog;
import io.demarche.engine.cue.CueLexicon;
import io.demarche.engine.data.Table;
import io.demarche.engine.language.Languages;
import io.demarche.engine.quote.Media;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Names the release so that two engines of the same name give the same answers: rules, data and model all count. */
final class Release {
    /** Raised with every change of the rules that can change an answer. */
    private static final String RULES = "0.2.0";

    private Release() {}

    static String version(String model) {
        List<String> files = new ArrayList<>(BuiltInCatalog.FILES);
        files.addAll(CueLexicon.FILES);
        files.addAll(List.of("nouns.tsv", "markers.tsv", "combination.tsv", Languages.FILE, Media.FILE));
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String file : files) {
                digest.update(Table.bytes(file));
            }
            digest.update(model.getBytes(StandardCharsets.UTF_8));
            return RULES + "+" + HexFormat.of().formatHex(digest.digest(), 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
