package io.demarche.engine.clause;

import io.demarche.engine.data.Words;
import io.demarche.engine.mention.Discourse;
import io.demarche.engine.mention.Reference;
import io.demarche.engine.text.Sentence;
import io.demarche.engine.text.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who does it and to whom: the mentions that fill the places of a sentence's predicates. */
public final class Arguments {
    private static final int DEEPEST = 6;
    private static final Set<String> CHAIN = Set.of(
            "of", "on", "about", "in", "for", "over", "to", "with", "toward", "towards", "between", "against", "from",
            "by", "at", "into");

    /** What hangs on an object and is meant with it: not "the approach to Russia", which is no Russia. */
    private static final Set<String> OBJECT_CHAIN = Set.of("of", "on", "about", "in", "for", "over", "with", "between");

    private final Sentence sentence;
    private final List<Predicate> predicates;
    private final List<Reference> references;
    private final Discourse discourse;
    private final Words nouns;

    public Arguments(
            Sentence sentence,
            List<Predicate> predicates,
            List<Reference> references,
            Discourse discourse,
            Words nouns) {
        this.sentence = sentence;
        this.predicates = predicates;
        this.references = references;
        this.discourse = discourse;
        this.nouns = nouns;
    }

    public List<Predicate> predicates() {
        return predicates;
    }

    public List<Reference> references() {
        return references;
    }

    /** The predicate whose verb group holds a token, or null. */
    public @Nullable Predicate at(int token) {
        for (Predicate predicate : predicates) {
            if (token >= predicate.from() && token < predicate.to()) {
                return predicate;
            }
        }
        return null;
    }

    /** The predicate in whose object stretch a token lies, or null. */
    public @Nullable Predicate over(int token) {
        Predicate last = null;
        for (Predicate predicate : predicates) {
            if (token >= predicate.to() && token < predicate.end()) {
                last = predicate;
            }
        }
        return last;
    }

    /** The actors that are a predicate's subject. */
    public List<Reference> subject(Predicate predicate) {
        return subject(predicate, 0);
    }

    private List<Reference> subject(Predicate predicate, int depth) {
        if (predicate.hasSubject()) {
            return holders(predicate.subjectFrom(), predicate.subjectTo());
        }
        if (predicate.form() == Predicate.Form.GERUND && "that".equals(predicate.marker())) {
            // "Warned that supplying missiles would…": whoever may do it.
            return List.of();
        }
        if (predicate.governor() < 0 || depth > DEEPEST) {
            return predicate.form() == Predicate.Form.FINITE || depth > 0 ? List.of() : following(predicate);
        }
        Predicate governor = predicates.get(predicate.governor());
        if (predicate.objectControl()) {
            for (Reference reference : references) {
                if (reference.actor() && reference.from() >= governor.to() && reference.to() <= predicate.from()) {
                    return List.of(reference);
                }
            }
            return List.of();
        }
        return subject(governor, depth + 1);
    }

    /** "Wary of Washington, Moscow said…": the subject of the main clause that follows. */
    private List<Reference> following(Predicate predicate) {
        for (Predicate later : predicates) {
            if (later.from() > predicate.from() && later.form() == Predicate.Form.FINITE && later.hasSubject()) {
                return holders(later.subjectFrom(), later.subjectTo());
            }
        }
        return List.of();
    }

    /** The actors that a noun phrase stands for, as one who acts. */
    public List<Reference> holders(int from, int to) {
        List<Reference> plain = new ArrayList<>();
        Reference document = null;
        Reference owner = null;
        Reference attached = null;
        for (Reference reference : within(from, to)) {
            boolean afterPreposition = afterPreposition(reference.from(), from);
            if (reference.kind() == Reference.Kind.DOCUMENT && !afterPreposition && document == null) {
                document = reference;
            } else if (reference.actor() && !reference.possessive() && !afterPreposition) {
                if (plain.isEmpty() || joined(plain.get(plain.size() - 1), reference, to)) {
                    plain.add(reference);
                }
            } else if (owner == null
                    && (reference.possessive() || reference.kind() == Reference.Kind.MODIFIER)
                    && (reference.actor() || reference.kind() == Reference.Kind.MODIFIER)
                    && speaksForOwner(reference, to)) {
                owner = reference;
            } else if (attached == null
                    && reference.actor()
                    && afterPreposition
                    && speaksForAttached(from, reference)) {
                attached = reference;
            }
        }
        if (!plain.isEmpty()) {
            return onePerSide(plain);
        }
        if (owner != null) {
            return List.of(as(owner, owner.ids(), 0.8));
        }
        if (document != null) {
            String issuer = discourse.issuer(document.ids().get(0));
            return issuer == null ? List.of() : List.of(as(document, List.of(issuer), 0.75));
        }
        return attached == null ? List.of() : List.of(as(attached, attached.ids(), 0.7));
    }

    private static Reference as(Reference reference, List<String> ids, double sureness) {
        return new Reference(
                Reference.Kind.ACTOR,
                reference.from(),
                reference.to(),
                ids,
                reference.possessive(),
                reference.sureness() * sureness);
    }

    private List<Reference> onePerSide(List<Reference> plain) {
        List<Reference> kept = new ArrayList<>();
        List<String> roots = new ArrayList<>();
        for (Reference reference : plain) {
            String root = reference.ids().isEmpty()
                    ? ""
                    : discourse.catalog().root(reference.ids().get(0));
            if (!roots.contains(root)) {
                roots.add(root);
                kept.add(reference);
            }
        }
        return kept;
    }

    private boolean joined(Reference one, Reference next, int to) {
        if (next.to() < to && sentence.tagAt(next.to(), Tag.VERB, Tag.AUX)) {
            // "Moscow, Zelensky said, will never accept": one of them does something else.
            return false;
        }
        boolean link = false;
        for (int at = one.to(); at < next.from(); at++) {
            link |= sentence.isAt(at, "and", "or", ",", "nor", "as");
            if (sentence.tagAt(at, Tag.VERB, Tag.AUX, Tag.SCONJ) || sentence.isAt(at, "who", "which", "whose")) {
                return false;
            }
        }
        return link && next.from() - one.to() < 8;
    }

    /** Whether what is owned speaks for its owner: "Trump's approach", "Russia's current posture". */
    private boolean speaksForOwner(Reference owner, int to) {
        for (int at = owner.to(); at < Math.min(to, owner.to() + 6); at++) {
            if (nouns.at("shell", sentence, at) > 0
                    || nouns.at("body", sentence, at) > 0
                    || nouns.at("person-office", sentence, at) > 0) {
                return true;
            }
            if (sentence.tagAt(at, Tag.ADP, Tag.VERB, Tag.AUX)) {
                return false;
            }
        }
        return owner.kind() == Reference.Kind.GIVEN;
    }

    /** Whether the head noun speaks for what is attached: "language coming out of Moscow", "a spokesman for the Kremlin". */
    private boolean speaksForAttached(int from, Reference attached) {
        for (int at = from; at < attached.from(); at++) {
            if (nouns.at("shell", sentence, at) > 0
                    || nouns.at("body", sentence, at) > 0
                    || nouns.at("person-office", sentence, at) > 0) {
                return true;
            }
        }
        return false;
    }

    /** The actor after "by" that does what a passive says. */
    public List<Reference> agent(Predicate predicate) {
        for (int at = predicate.to(); at < predicate.end(); at++) {
            if (sentence.isAt(at, "by")) {
                return holders(at + 1, nounPhraseEnd(at + 1, predicate.end()));
            }
        }
        return List.of();
    }

    /** The mentions that are a verb's direct object, or stand in the phrases that hang on it. */
    public List<Reference> object(int from, int to) {
        int preposition = from;
        while (preposition < to && !preposition(preposition)) {
            preposition++;
        }
        List<Reference> direct = within(from, preposition);
        if (!direct.isEmpty()) {
            return direct;
        }
        boolean noun = false;
        for (int at = from; at < preposition; at++) {
            noun |= sentence.tagAt(at, Tag.NOUN, Tag.PRON, Tag.NUM);
        }
        return noun ? chain(OBJECT_CHAIN, preposition, to) : List.of();
    }

    /** The first mentions down a chain of prepositional phrases. */
    private List<Reference> chain(Set<String> links, int from, int to) {
        int at = from;
        while (at < to
                && sentence.tagAt(at, Tag.ADP)
                && links.contains(sentence.token(at).lower())) {
            int next = at + 1;
            while (next < to && !preposition(next) && !sentence.isAt(next, ",", ";", ":")) {
                next++;
            }
            List<Reference> found = within(at + 1, next);
            if (!found.isEmpty()) {
                return found;
            }
            at = next;
        }
        return List.of();
    }

    /** The mentions after the first of these prepositions. */
    public List<Reference> after(Set<String> prepositions, int from, int to) {
        for (int at = from; at < to; at++) {
            boolean infinitive = sentence.isAt(at, "to") && sentence.tagAt(at + 1, Tag.VERB, Tag.AUX);
            if (prepositions.contains(sentence.token(at).lower())
                    && !sentence.tagAt(at, Tag.VERB, Tag.NOUN)
                    && !infinitive) {
                int end = nounPhraseEnd(at + 1, to);
                List<Reference> found = within(at + 1, end);
                return found.isEmpty() ? chain(CHAIN, end, to) : found;
            }
        }
        return List.of();
    }

    /** Where the noun phrase that starts here ends: at the next preposition, or where another clause begins. */
    public int nounPhraseEnd(int from, int to) {
        int at = from;
        while (at < to) {
            boolean infinitive = sentence.isAt(at, "to") && sentence.tagAt(at + 1, Tag.VERB, Tag.AUX);
            if (at > from && (infinitive || preposition(at) || sentence.tagAt(at, Tag.SCONJ, Tag.AUX))
                    || sentence.isAt(at, ";", ":", "—", "who", "which", "that")) {
                return at;
            }
            if (sentence.isAt(at, ",") && !listGoesOn(at)) {
                return at;
            }
            at++;
        }
        return at;
    }

    private boolean listGoesOn(int comma) {
        boolean noun = sentence.tagAt(comma + 1, Tag.PROPN, Tag.NOUN, Tag.CCONJ, Tag.DET, Tag.ADJ);
        for (int at = comma + 1; noun && at < Math.min(sentence.size(), comma + 6); at++) {
            if (sentence.tagAt(at, Tag.VERB, Tag.AUX)) {
                return false;
            }
            if (sentence.isAt(at, "and", "or")) {
                return true;
            }
        }
        return false;
    }

    /** Whether a preposition stands here that is not part of a term ("end to the war"). */
    private boolean preposition(int at) {
        if (!sentence.tagAt(at, Tag.ADP)) {
            return false;
        }
        for (Reference reference : references) {
            if (reference.from() < at && at < reference.to()) {
                return false;
            }
        }
        return true;
    }

    /** The mentions that start at a token. */
    public List<Reference> startingAt(int at) {
        for (Reference reference : references) {
            if (reference.from() == at) {
                return List.of(reference);
            }
        }
        return List.of();
    }

    /** The mentions that lie between two tokens. */
    public List<Reference> within(int from, int to) {
        List<Reference> found = new ArrayList<>();
        for (Reference reference : references) {
            if (reference.from() >= from && reference.to() <= to) {
                found.add(reference);
            }
        }
        return found;
    }

    private boolean afterPreposition(int at, int from) {
        int before = at - 1;
        while (before >= from && sentence.tagAt(before, Tag.DET, Tag.ADJ, Tag.NUM)) {
            before--;
        }
        return before >= from && sentence.tagAt(before, Tag.ADP);
    }
}
