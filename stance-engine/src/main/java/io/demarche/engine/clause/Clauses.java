package io.demarche.engine.clause;

import io.demarche.engine.data.Words;
import io.demarche.engine.text.Sentence;
import io.demarche.engine.text.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the predicates of a sentence, with the stretches in which their subjects and objects stand.
 *
 * <p>This is shallow parsing: it reads tags from left to right and knows only how English puts clauses together. It does not
 * build a tree.
 */
public final class Clauses {
    private static final Set<String> BE =
            Set.of("be", "am", "is", "are", "was", "were", "been", "being", "'s", "'re", "'m");
    private static final Set<String> RELATIVES = Set.of("who", "which", "that", "whose", "whom");
    private static final Set<String> SUBORDINATORS = Set.of(
            "if",
            "whether",
            "because",
            "although",
            "though",
            "unless",
            "while",
            "whereas",
            "until",
            "since",
            "as",
            "when",
            "after",
            "before",
            "where",
            "how",
            "why",
            "once",
            "provided",
            "that",
            "what",
            "so");
    private final Sentence sentence;
    private final Set<Integer> cueVerbs;
    private final java.util.function.Predicate<String> controlsObject;
    private final List<Predicate> found = new ArrayList<>();

    private Clauses(Sentence sentence, Set<Integer> cueVerbs, java.util.function.Predicate<String> controlsObject) {
        this.sentence = sentence;
        this.cueVerbs = cueVerbs;
        this.controlsObject = controlsObject;
    }

    /**
     * The predicates of a sentence.
     *
     * @param cueVerbs tokens that are known to be verbs whatever their tags
     * @param controlsObject whether a verb form's object does what follows ("urged Kyiv to talk")
     * @param markers words of negation
     */
    public static List<Predicate> of(
            Sentence sentence,
            Set<Integer> cueVerbs,
            java.util.function.Predicate<String> controlsObject,
            Words markers) {
        Clauses clauses = new Clauses(sentence, cueVerbs, controlsObject);
        List<int[]> groups = clauses.groups();
        for (int i = 0; i < groups.size(); i++) {
            clauses.add(groups, i, markers);
        }
        return List.copyOf(clauses.found);
    }

    private boolean verb(int at) {
        return sentence.tagAt(at, Tag.VERB) || cueVerbs.contains(at);
    }

    /** Verb groups as {from, to, head}. */
    private List<int[]> groups() {
        List<int[]> groups = new ArrayList<>();
        int at = 0;
        while (at < sentence.size()) {
            boolean infinitive = sentence.isAt(at, "to")
                    && (verb(at + 1)
                            || sentence.tagAt(at + 1, Tag.AUX)
                            || sentence.tagAt(at + 1, Tag.ADV) && verb(at + 2));
            if (!infinitive && !verb(at) && !sentence.tagAt(at, Tag.AUX)) {
                at++;
                continue;
            }
            int from = at;
            int head = infinitive ? at + 1 : at;
            int next = head;
            while (next < sentence.size()) {
                if (verb(next)) {
                    head = next;
                    next++;
                    break;
                }
                if (sentence.tagAt(next, Tag.AUX)) {
                    head = next;
                } else if (!sentence.tagAt(next, Tag.ADV)
                        && !sentence.isAt(next, "not", "n't", "never", "also", "still", "both")) {
                    break;
                }
                next++;
            }
            int to = head + 1;
            groups.add(new int[] {from, to, head});
            at = to;
        }
        return groups;
    }

    private void add(List<int[]> groups, int i, Words markers) {
        int from = groups.get(i)[0];
        int to = groups.get(i)[1];
        int head = groups.get(i)[2];
        Predicate.Form form = form(from, head);
        boolean passive = passive(from, head, form);
        String modal = null;
        boolean negated = false;
        for (int at = from; at < to; at++) {
            negated |= markers.at("negation", sentence, at) > 0;
            if (sentence.isAt(at, "will", "would", "can", "could", "may", "might", "shall", "should", "must")) {
                modal = sentence.token(at).lower();
            }
        }
        for (int at = from - 1; at >= Math.max(0, from - 3) && sentence.tagAt(at, Tag.ADV, Tag.PART, Tag.CCONJ); at--) {
            negated |= markers.at("negation", sentence, at) > 0 && !sentence.isAt(at, "neither");
        }
        if (sentence.isAt(from - 2, "no") && sentence.isAt(from - 1, "longer")
                || sentence.isAt(to, "no") && sentence.isAt(to + 1, "longer")
                || sentence.isAt(to, "not", "n't")) {
            negated = true;
        }
        int[] subject = {from, from};
        int governor = -1;
        boolean objectControl = false;
        String marker = null;
        if (form == Predicate.Form.FINITE) {
            int left = leftOfAdverbs(from);
            if (left >= 0 && RELATIVES.contains(sentence.token(left).lower()) && !complementiser(left)) {
                subject = antecedent(left);
                marker = sentence.token(left).lower();
            } else {
                subject = subjectStretch(left, groups, i);
                marker = marker(subject[0] - 1);
                if (subject[0] == subject[1]) {
                    governor = coordinated(i);
                }
            }
        } else {
            if (form == Predicate.Form.PARTICIPLE && sentence.tagAt(from - 1, Tag.NOUN, Tag.PROPN)) {
                subject = antecedent(from);
            } else {
                governor = governor(i, form);
                objectControl =
                        governor >= 0 && form == Predicate.Form.INFINITIVE && controlsObject(found.get(governor), from);
            }
            marker = marker(leftOfAdverbs(from));
        }
        found.add(new Predicate(
                i,
                from,
                to,
                head,
                form,
                passive,
                negated,
                modal,
                subject[0],
                subject[1],
                governor,
                objectControl,
                objectEnd(to, groups, i),
                marker));
    }

    private Predicate.Form form(int from, int head) {
        if (sentence.isAt(from, "to")) {
            return Predicate.Form.INFINITIVE;
        }
        if (from != head) {
            return Predicate.Form.FINITE;
        }
        String word = sentence.token(head).lower();
        if (word.endsWith("ing") && !sentence.tagAt(head, Tag.AUX)) {
            return Predicate.Form.GERUND;
        }
        boolean afterNoun = sentence.tagAt(head - 1, Tag.NOUN, Tag.PROPN) && sentence.tagAt(head + 1, Tag.ADP);
        boolean laterVerb = false;
        for (int at = head + 1; at < sentence.size() && !sentence.isAt(at, ",", ";", "that"); at++) {
            if (sentence.tagAt(at, Tag.AUX)
                    || sentence.tagAt(at, Tag.VERB)
                            && sentence.token(at).lower().endsWith("s")) {
                laterVerb = true;
                break;
            }
        }
        boolean participle =
                word.endsWith("ed") || word.endsWith("en") || word.endsWith("made") || word.endsWith("held");
        return participle
                        && (afterNoun && laterVerb || sentence.isAt(head - 1, "as", "when", "if", "once", ","))
                        && sentence.isAt(head + 1, "by", "in", "at", "on", "with", "to", "from", "as")
                ? Predicate.Form.PARTICIPLE
                : Predicate.Form.FINITE;
    }

    private boolean passive(int from, int head, Predicate.Form form) {
        String word = sentence.token(head).lower();
        boolean participle = !word.endsWith("ing") && !sentence.tagAt(head, Tag.AUX);
        if (form == Predicate.Form.PARTICIPLE) {
            return true;
        }
        boolean be = false;
        for (int at = from; at < head; at++) {
            be |= BE.contains(sentence.token(at).lower());
        }
        return be && participle;
    }

    private int leftOfAdverbs(int from) {
        int at = from - 1;
        while (at >= 0
                && sentence.tagAt(at, Tag.ADV)
                && !SUBORDINATORS.contains(sentence.token(at).lower())) {
            at--;
        }
        return at;
    }

    /** Whether "that" opens what somebody says, rather than standing for a noun. */
    private boolean complementiser(int at) {
        return sentence.isAt(at, "that")
                && !sentence.tagAt(at - 1, Tag.NOUN, Tag.PROPN, Tag.PUNCT)
                && sentence.tagAt(at - 1, Tag.VERB);
    }

    private int[] antecedent(int pronoun) {
        int end = pronoun;
        while (end > 0 && (sentence.tagAt(end - 1, Tag.ADP) || sentence.isAt(end - 1, ","))) {
            end--;
        }
        int start = end;
        while (start > 0
                && sentence.tagAt(
                        start - 1, Tag.DET, Tag.ADJ, Tag.ADV, Tag.NOUN, Tag.PROPN, Tag.NUM, Tag.PART, Tag.ADP, Tag.PRON)
                && !RELATIVES.contains(sentence.token(start - 1).lower())
                && end - start < 14) {
            start--;
        }
        return new int[] {start, end};
    }

    /** The tokens before a finite verb that make up its subject. */
    private int[] subjectStretch(int last, List<int[]> groups, int index) {
        int at = last;
        int end = last + 1;
        boolean earlierFinite = earlierFinite(index, last);
        while (at >= 0) {
            if (sentence.isAt(at, ",", "—", "–", ")")) {
                int open = at == last || sentence.tagAt(at + 1, Tag.PUNCT) ? parenthesis(at) : listed(at, last);
                if (open < 0) {
                    break;
                }
                at = open - 1;
                continue;
            }
            if (sentence.tagAt(at, Tag.CCONJ)) {
                boolean joinsNouns = at < last
                        && at > 0
                        && sentence.tagAt(at - 1, Tag.NOUN, Tag.PROPN, Tag.PRON, Tag.PUNCT, Tag.ADJ);
                if (!joinsNouns || earlierFinite || sentence.isAt(at, "but")) {
                    break;
                }
            } else if (sentence.tagAt(at, Tag.PUNCT) && !sentence.isAt(at, "-", "‑", "'", "’")
                    || finiteAt(groups, index, at)) {
                break;
            } else if (SUBORDINATORS.contains(sentence.token(at).lower()) && !sentence.tagAt(at, Tag.ADP)
                    || sentence.isAt(
                                    at, "that", "as", "while", "after", "before", "when", "where", "who", "which",
                                    "until", "since")
                            && !(sentence.isAt(at, "that") && sentence.tagAt(at, Tag.DET))) {
                break;
            }
            at--;
        }
        return new int[] {at + 1, end};
    }

    private boolean earlierFinite(int index, int last) {
        for (int i = index - 1; i >= 0; i--) {
            Predicate earlier = found.get(i);
            if (earlier.form() == Predicate.Form.FINITE) {
                for (int at = earlier.to(); at <= last; at++) {
                    if (sentence.isAt(
                            at, ",", ";", ":", "—", "that", "while", "because", "as", "when", "who", "which")) {
                        return false;
                    }
                }
                return true;
            }
        }
        return false;
    }

    private boolean finiteAt(List<int[]> groups, int index, int at) {
        for (int i = index - 1; i >= 0; i--) {
            if (at >= groups.get(i)[0] && at < groups.get(i)[1]) {
                return found.get(i).form() == Predicate.Form.FINITE;
            }
        }
        return false;
    }

    /** Where the aside that ends with this mark begins; -1 when the mark ends none. */
    private int parenthesis(int close) {
        String mark = sentence.token(close).lower();
        String open = mark.equals(")") ? "(" : mark;
        for (int at = close - 1; at >= Math.max(0, close - 18); at--) {
            if (sentence.isAt(at, open)) {
                boolean noun =
                        at > 0 && sentence.tagAt(at - 1, Tag.NOUN, Tag.PROPN, Tag.PRON, Tag.PUNCT, Tag.ADJ, Tag.NUM);
                return noun ? at : -1;
            }
            if (sentence.isAt(at, ";", ":", "\"", "“", "”")) {
                return -1;
            }
        }
        return -1;
    }

    /** A comma inside a subject, where it joins the nouns of a list; -1 elsewhere. */
    private int listed(int comma, int last) {
        boolean nouns = sentence.tagAt(comma - 1, Tag.NOUN, Tag.PROPN)
                && sentence.tagAt(comma + 1, Tag.PROPN, Tag.NOUN, Tag.DET, Tag.CCONJ);
        boolean list = false;
        for (int at = comma + 1; at <= last; at++) {
            list |= sentence.isAt(at, "and", "or", ",");
        }
        if (!nouns || !list) {
            return -1;
        }
        for (int at = comma - 1; at >= Math.max(0, comma - 6); at--) {
            if (verb(at) || sentence.tagAt(at, Tag.SCONJ)) {
                return -1;
            }
            if (at == 0) {
                return sentence.tagAt(0, Tag.ADP, Tag.SCONJ, Tag.ADV) ? -1 : comma;
            }
        }
        return -1;
    }

    private @Nullable String marker(int at) {
        if (at < 0) {
            return null;
        }
        String word = sentence.token(at).lower();
        return SUBORDINATORS.contains(word) ? word : null;
    }

    /** The predicate that this one is joined to when it has no subject of its own. */
    private int coordinated(int index) {
        for (int i = index - 1; i >= 0; i--) {
            if (found.get(i).form() == Predicate.Form.FINITE) {
                return i;
            }
        }
        return index > 0 ? index - 1 : -1;
    }

    private int governor(int index, Predicate.Form form) {
        if (index == 0) {
            return -1;
        }
        if (form == Predicate.Form.INFINITIVE || form == Predicate.Form.GERUND) {
            Predicate before = found.get(index - 1);
            int comma = lastComma(before.to(), sentence.size());
            boolean near = form == Predicate.Form.INFINITIVE || comma < 0;
            if (near) {
                return index - 1;
            }
        }
        return coordinated(index);
    }

    private int lastComma(int from, int to) {
        for (int at = from; at < to; at++) {
            if (sentence.isAt(at, ",", ":")) {
                return at;
            }
            if (verb(at)) {
                return -1;
            }
        }
        return -1;
    }

    private boolean controlsObject(Predicate governor, int from) {
        if (!controlsObject.test(sentence.token(governor.head()).lower()) || governor.passive()) {
            return false;
        }
        for (int at = governor.to(); at < from; at++) {
            if (sentence.tagAt(at, Tag.NOUN, Tag.PROPN, Tag.PRON)) {
                return true;
            }
        }
        return false;
    }

    private int objectEnd(int to, List<int[]> groups, int index) {
        int nextGroup = index + 1 < groups.size() ? groups.get(index + 1)[0] : sentence.size();
        for (int at = to; at < nextGroup; at++) {
            boolean strong = sentence.isAt(at, ";", ":", "—", "–", "\"", "”", "“", "(");
            boolean clause = sentence.tagAt(at, Tag.SCONJ) && at > to
                    || at > to
                            && sentence.isAt(
                                    at, "while", "because", "although", "though", "unless", "but", "who", "which");
            boolean anotherClause = index + 1 < groups.size()
                    && sentence.isAt(at, ",")
                    && sentence.tagAt(at + 1, Tag.CCONJ)
                    && !sentence.isAt(nextGroup, "to");
            if (strong || clause || anotherClause) {
                return at;
            }
        }
        return nextGroup;
    }
}
