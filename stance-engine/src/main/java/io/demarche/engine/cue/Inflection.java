package io.demarche.engine.cue;

import io.demarche.engine.data.Table;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The forms of English verbs and nouns: rules of spelling, and a table of the irregular verbs. */
final class Inflection {
    /** The file of irregular verbs. */
    static final String FILE = "irregular-verbs.tsv";

    private static final Set<String> DOUBLING = Set.of(
            "abet",
            "admit",
            "ban",
            "bar",
            "chat",
            "commit",
            "compel",
            "cap",
            "control",
            "defer",
            "deter",
            "dispel",
            "drop",
            "equip",
            "expel",
            "flag",
            "grab",
            "hit",
            "jam",
            "kidnap",
            "nod",
            "occur",
            "omit",
            "patrol",
            "permit",
            "pin",
            "plan",
            "plot",
            "prefer",
            "program",
            "propel",
            "ram",
            "rebut",
            "refer",
            "regret",
            "rid",
            "rip",
            "rob",
            "scrap",
            "ship",
            "shun",
            "slam",
            "slap",
            "slip",
            "snub",
            "spar",
            "step",
            "stop",
            "strip",
            "submit",
            "swap",
            "tap",
            "top",
            "trap",
            "transfer",
            "trim",
            "wrap",
            "bet",
            "cut",
            "forget",
            "get",
            "let",
            "put",
            "quit",
            "reset",
            "rub",
            "run",
            "set",
            "shut",
            "sit",
            "split",
            "begin",
            "win",
            "undercut",
            "upset",
            "beg",
            "bog",
            "signal",
            "travel",
            "cancel",
            "quarrel",
            "label",
            "counsel",
            "model",
            "level",
            "fuel",
            "rebel",
            "repel",
            "excel",
            "marshal",
            "tug",
            "hem");

    private final Map<String, Table.Row> irregular = new HashMap<>();

    Inflection() {
        Table.read(FILE, 3).rows().forEach(row -> irregular.put(row.text(0), row));
    }

    /** All forms of a verb: welcome, welcomes, welcomed, welcoming. */
    Set<String> verb(String lemma) {
        Set<String> forms = new LinkedHashSet<>();
        if (lemma.equals("be")) {
            forms.addAll(List.of("be", "am", "is", "are", "was", "were", "been", "being"));
            return forms;
        }
        forms.add(lemma);
        forms.add(lemma.equals("have") ? "has" : plural(lemma));
        Table.Row row = irregular.get(lemma);
        if (row != null) {
            forms.addAll(row.list(1, "|"));
            forms.addAll(row.list(2, "|"));
            forms.add(suffixed(lemma, "ing"));
            if (DOUBLING.contains(lemma)) {
                forms.add(doubled(lemma) + "ing");
            }
            return forms;
        }
        forms.add(suffixed(lemma, "ed"));
        forms.add(suffixed(lemma, "ing"));
        if (DOUBLING.contains(lemma)) {
            forms.add(doubled(lemma) + "ed");
            forms.add(doubled(lemma) + "ing");
        }
        return forms;
    }

    /** A noun and its plural. */
    Set<String> noun(String singular) {
        Set<String> forms = new LinkedHashSet<>();
        forms.add(singular);
        forms.add(plural(singular));
        return forms;
    }

    private static String doubled(String lemma) {
        return lemma + lemma.charAt(lemma.length() - 1);
    }

    private static String plural(String word) {
        if (word.endsWith("s")
                || word.endsWith("x")
                || word.endsWith("z")
                || word.endsWith("ch")
                || word.endsWith("sh")
                || word.endsWith("go")
                || word.endsWith("do") && word.length() < 5
                || word.endsWith("veto")) {
            return word + "es";
        }
        return endsInConsonantY(word) ? word.substring(0, word.length() - 1) + "ies" : word + "s";
    }

    private static String suffixed(String lemma, String suffix) {
        if (suffix.equals("ing") && lemma.endsWith("ie")) {
            return lemma.substring(0, lemma.length() - 2) + "ying";
        }
        if (lemma.endsWith("ee") || lemma.endsWith("oe") || lemma.endsWith("ye")) {
            return suffix.equals("ed") ? lemma + "d" : lemma + suffix;
        }
        if (lemma.endsWith("e") && lemma.length() > 2) {
            return lemma.substring(0, lemma.length() - 1) + suffix;
        }
        if (suffix.equals("ed") && endsInConsonantY(lemma)) {
            return lemma.substring(0, lemma.length() - 1) + "ied";
        }
        return lemma + suffix;
    }

    private static boolean endsInConsonantY(String word) {
        return word.length() > 1 && word.endsWith("y") && "aeiou".indexOf(word.charAt(word.length() - 2)) < 0;
    }
}
