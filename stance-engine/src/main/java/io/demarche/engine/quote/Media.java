package io.demarche.engine.quote;

import io.demarche.engine.clause.Predicate;
import io.demarche.engine.data.Table;
import io.demarche.engine.mention.Reference;
import io.demarche.engine.text.Sentence;
import io.demarche.engine.text.Tag;
import io.demarche.engine.text.Token;
import io.demarche.engine.text.Tokenizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the outlet that words were said to or are reported by ({@code media.tsv}): "told Reuters", "in an interview with
 * CNN", "according to Interfax", "TASS quoted him as saying". An outlet is named for where words come from, and is nobody
 * who holds a position.
 */
public final class Media {
    /** The data file. */
    public static final String FILE = "media.tsv";

    /** How far behind a verb or a preposition the outlet may stand: "told Russia's state news agency TASS". */
    private static final int REACH = 9;

    private static final Set<String> TELL = Set.of("tell", "tells", "told", "telling");
    private static final Set<String> SPEAK = Set.of(
            "speak",
            "speaks",
            "spoke",
            "speaking",
            "talked",
            "talking",
            "remarks",
            "comments",
            "statement",
            "confirmed");
    private static final Set<String> APPEAR =
            Set.of("appearing", "appeared", "interviewed", "writing", "wrote", "op-ed", "column", "article", "essay");
    private static final Set<String> REPORTS = Set.of(
            "reported",
            "reports",
            "reporting",
            "quoted",
            "quotes",
            "quoting",
            "cited",
            "cites",
            "citing",
            "said",
            "says",
            "wrote",
            "writes");
    /** What may stand between an outlet and its verb; with a person there it is that person who speaks. */
    private static final Set<String> AFTER_NAME = Set.of(
            "news",
            "agency",
            "newspaper",
            "daily",
            "weekly",
            "magazine",
            "website",
            "channel",
            "television",
            "tv",
            "radio",
            "broadcaster",
            "network",
            "portal",
            "has",
            "had",
            "have",
            "also",
            "earlier",
            "later",
            "first",
            "previously",
            "correspondent",
            "correspondents",
            "reporters",
            "journalists");

    private static final Set<String> BY = Set.of(
            "quoted",
            "cited",
            "reported",
            "carried",
            "published",
            "interviewed",
            "seen",
            "obtained",
            "told",
            "posted",
            "aired",
            "broadcast");
    private static final Set<String> INTERVIEW = Set.of("interview", "interviews");
    private static final Set<String> INTERVIEW_LINKS = Set.of("with", "to", "by", "on", "in", "for", "from");

    private final Map<String, List<List<String>>> names = new HashMap<>();

    private Media() {}

    /** Reads the data file. */
    public static Media load() {
        Media media = new Media();
        for (Table.Row row : Table.read(FILE, 2).rows()) {
            for (String name : row.list(1, "|")) {
                List<String> words = Tokenizer.words(name);
                media.names
                        .computeIfAbsent(words.get(0), first -> new ArrayList<>(2))
                        .add(words);
            }
        }
        return media;
    }

    /**
     * An outlet as a sentence names it.
     *
     * @param name as written, without its article
     * @param from first token
     * @param to token after the last
     * @param teller whether somebody speaks to it, whose words alone it carries; otherwise it carries the whole sentence
     */
    record Outlet(String name, int from, int to, boolean teller) {}

    /** The outlets that a sentence reports from, in its order. */
    List<Outlet> of(Sentence sentence) {
        List<Outlet> found = new ArrayList<>(1);
        for (int at = 0; at < sentence.size(); at++) {
            int length = length(sentence, at);
            if (length == 0) {
                continue;
            }
            int to = at + length;
            boolean carries = reports(sentence, at, to) || by(sentence, at);
            if (carries || told(sentence, at, to)) {
                int from = sentence.isAt(at, "the") ? at + 1 : at;
                found.add(new Outlet(sentence.written(from, to), from, to, !carries));
            }
            at = to - 1;
        }
        return found;
    }

    /** Leaves out mentions that are part of an outlet's name: "China Daily" is no China. */
    public List<Reference> without(Sentence sentence, List<Reference> mentions) {
        if (mentions.isEmpty()) {
            return mentions;
        }
        List<Reference> left = new ArrayList<>(mentions);
        for (int at = 0; at < sentence.size(); at++) {
            int from = at;
            int to = at + length(sentence, at);
            if (to > from && !sentence.isAt(at, "the")) {
                left.removeIf(mention ->
                        mention.from() >= from && mention.to() <= to && mention.to() - mention.from() < to - from);
                at = to - 1;
            }
        }
        return left;
    }

    /** By token: the outlet through which it comes, or null. */
    @Nullable
    String[] by(Sentence sentence, List<Predicate> predicates, @Nullable Voice[] speakers, @Nullable Voice standing) {
        @Nullable String[] media = new String[sentence.size()];
        for (Outlet outlet : of(sentence)) {
            // "…, Peskov told Reuters.": nothing follows, so that it is about what stands before.
            boolean trails = predicates.stream()
                    .noneMatch(
                            predicate -> predicate.form() == Predicate.Form.FINITE && predicate.from() >= outlet.to());
            for (int at = 0; at < media.length; at++) {
                boolean carried = !outlet.teller() || trails || at >= outlet.to() || speakers[at] != standing;
                if (carried && (media[at] == null || at >= outlet.to())) {
                    media[at] = outlet.name();
                }
            }
        }
        return media;
    }

    /** "told the BBC", "speaking to CNN's Jake Tapper", "in an interview with Der Spiegel", "a Fox News interview". */
    private static boolean told(Sentence sentence, int from, int to) {
        for (int at = to; at < Math.min(sentence.size(), to + 3); at++) {
            if (INTERVIEW.contains(sentence.token(at).lower())) {
                return true;
            }
            if (!sentence.tagAt(at, Tag.NOUN, Tag.ADJ, Tag.PROPN)) {
                break;
            }
        }
        for (int at = from - 1; at >= Math.max(0, from - REACH); at--) {
            String word = sentence.token(at).lower();
            if (TELL.contains(word)) {
                return true;
            }
            if (sentence.tagAt(at, Tag.ADP) || INTERVIEW_LINKS.contains(word)) {
                return spokenThere(sentence, at);
            }
            if (!describes(sentence, at)) {
                return false;
            }
        }
        return false;
    }

    /** Whether what stands before a preposition speaks or is an interview: "spoke | to", "an interview aired | on". */
    private static boolean spokenThere(Sentence sentence, int preposition) {
        boolean to = sentence.isAt(preposition, "to", "with");
        for (int at = preposition - 1; at >= Math.max(0, preposition - REACH); at--) {
            String word = sentence.token(at).lower();
            boolean near = preposition - at <= 3;
            if (INTERVIEW.contains(word)
                    || to && near && SPEAK.contains(word)
                    || near && APPEAR.contains(word) && !sentence.isAt(preposition, "of", "about")) {
                return true;
            }
            if (sentence.isAt(at, ".", ";", ":", ",")) {
                return false;
            }
        }
        return false;
    }

    /** "Interfax reported", "the TASS news agency cited", "…, reported Reuters". */
    private static boolean reports(Sentence sentence, int from, int to) {
        int at = to;
        while (at < Math.min(sentence.size(), to + 4)
                && AFTER_NAME.contains(sentence.token(at).lower())) {
            at++;
        }
        boolean after =
                at < sentence.size() && REPORTS.contains(sentence.token(at).lower());
        boolean before = from > 0
                && sentence.isAt(from - 1, "reported", "reports")
                && (from < 2 || sentence.tagAt(from - 2, Tag.PUNCT) || sentence.isAt(from - 2, "as"));
        return after || before;
    }

    /** "according to Reuters", "cited by the state news agency IRNA", "via Interfax". */
    private static boolean by(Sentence sentence, int from) {
        for (int at = from - 1; at >= Math.max(0, from - REACH); at--) {
            if (sentence.isAt(at, "by")) {
                return at > 0 && BY.contains(sentence.token(at - 1).lower());
            }
            if (sentence.isAt(at, "to")) {
                return sentence.isAt(at - 1, "according");
            }
            if (sentence.isAt(at, "via", "citing", "quoting")) {
                return true;
            }
            if (!describes(sentence, at)) {
                return false;
            }
        }
        return false;
    }

    /** What may stand between a verb or a preposition and the name: "Russia's state-run news agency". */
    private static boolean describes(Sentence sentence, int at) {
        return sentence.tagAt(at, Tag.DET, Tag.ADJ, Tag.NOUN, Tag.PROPN, Tag.NUM)
                || sentence.isAt(at, "'s", "-", "'", "run", "owned", "backed", "controlled", "its", "his", "her");
    }

    /** How many tokens the longest name has that starts here; 0 when none does. */
    private int length(Sentence sentence, int at) {
        Token first = sentence.token(at);
        String word = first.text().equals("The") ? "the" : first.text();
        int longest = 0;
        for (List<String> name : names.getOrDefault(word, List.of())) {
            boolean same = name.size() > longest && at + name.size() <= sentence.size();
            for (int i = 1; same && i < name.size(); i++) {
                same = sentence.token(at + i).text().equals(name.get(i));
            }
            // "the Australian prime minister" is no newspaper.
            boolean whole = !word.equals("the")
                    || !sentence.tagAt(at + name.size(), Tag.NOUN, Tag.ADJ, Tag.PROPN)
                    || at + name.size() < sentence.size()
                            && AFTER_NAME.contains(
                                    sentence.token(at + name.size()).lower());
            longest = same && whole ? name.size() : longest;
        }
        return longest;
    }
}
