package io.demarche.engine.mention;

import io.demarche.engine.catalog.Gender;
import io.demarche.engine.catalog.Node;
import io.demarche.engine.data.Words;
import io.demarche.engine.text.Sentence;
import io.demarche.engine.text.Tag;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what pronouns and descriptions ("the spokesman", "both sides", "the move") stand for. */
public final class Pronouns {
    private static final double NEAR = 0.85;
    private static final double FAR = 0.75;
    private static final Set<Node.Kind> PERSONS = EnumSet.of(Node.Kind.LEADER, Node.Kind.OFFICIAL);
    private static final Set<Node.Kind> BODIES =
            EnumSet.complementOf(EnumSet.of(Node.Kind.LEADER, Node.Kind.OFFICIAL, Node.Kind.ISSUE));

    /** Adjectives that say something of a clause: "it is clear that…". */
    private static final Set<String> IMPERSONAL = Set.of(
            "clear",
            "unclear",
            "possible",
            "impossible",
            "likely",
            "unlikely",
            "important",
            "necessary",
            "crucial",
            "difficult",
            "hard",
            "easy",
            "true",
            "essential",
            "vital",
            "time",
            "premature",
            "early",
            "expected",
            "obvious",
            "evident",
            "understood",
            "known",
            "reasonable",
            "fair",
            "safe",
            "worth",
            "imperative",
            "critical");

    private final Words nouns;

    public Pronouns(Words nouns) {
        this.nouns = nouns;
    }

    /** The mentions of a sentence with its pronouns and descriptions among them, in the order of the text. */
    public List<Reference> resolve(
            Sentence sentence, List<Reference> named, Discourse before, @Nullable String earlierIssue) {
        List<Reference> all = new ArrayList<>(named);
        for (int at = 0; at < sentence.size(); at++) {
            Reference reference = inside(named, at) ? null : at(sentence, at, all, before, earlierIssue);
            if (reference != null) {
                all.add(reference);
                all.sort(Comparator.comparingInt(Reference::from));
            }
        }
        return List.copyOf(all);
    }

    private static boolean inside(List<Reference> named, int at) {
        for (Reference reference : named) {
            if (at >= reference.from() && at < reference.to()) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Reference at(
            Sentence sentence, int at, List<Reference> all, Discourse before, @Nullable String earlierIssue) {
        if (nouns.at("pair", sentence, at) > 0) {
            List<String> pair = before.pair();
            return pair.isEmpty()
                    ? null
                    : reference(Reference.Kind.PRONOUN, at, at + nouns.at("pair", sentence, at), pair, false, FAR);
        }
        String word = sentence.token(at).lower();
        return switch (word) {
            case "it", "its" -> impersonal(sentence, at) ? null : thing(sentence, at, all, before, word.equals("its"));
            case "he", "him" -> person(at, all, before, Gender.MALE, false);
            case "she" -> person(at, all, before, Gender.FEMALE, false);
            case "his" -> person(at, all, before, Gender.MALE, true);
            case "her" -> person(at, all, before, Gender.FEMALE, sentence.tagAt(at + 1, Tag.NOUN, Tag.ADJ));
            case "they", "them", "their" -> several(at, all, before, word.equals("their"));
            case "i", "we", "me", "us", "our", "my" -> {
                boolean written =
                        !word.equals("us") || sentence.token(at).text().equals("us");
                boolean owns = word.equals("our") || word.equals("my");
                yield written ? reference(Reference.Kind.SPEAKER, at, at + 1, List.of(), owns, 0.9) : null;
            }
            default ->
                sentence.tagAt(at, Tag.DET, Tag.PRON) ? description(sentence, at, all, before, earlierIssue) : null;
        };
    }

    /** "It is clear that…", "it remains to be seen". */
    private static boolean impersonal(Sentence sentence, int at) {
        if (!sentence.isAt(at, "it")) {
            return false;
        }
        int next = at + 1;
        while (sentence.tagAt(next, Tag.ADV, Tag.PART)) {
            next++;
        }
        boolean copula = sentence.isAt(next, "is", "was", "'s", "would", "seems", "appears", "remains");
        int after = sentence.isAt(next, "would") ? next + 2 : next + 1;
        while (sentence.tagAt(after, Tag.ADV, Tag.PART)) {
            after++;
        }
        boolean clause = sentence.isAt(after + 1, "that", "whether", "to", "for", "if", "how", "when");
        return copula
                && (IMPERSONAL.contains(sentence.token(Math.min(after, sentence.size() - 1))
                                        .lower())
                                && clause
                        || sentence.isAt(after, "to"));
    }

    private static Reference reference(
            Reference.Kind kind, int from, int to, List<String> ids, boolean owns, double sureness) {
        return new Reference(kind, from, to, ids, owns, sureness);
    }

    private @Nullable Reference thing(Sentence sentence, int at, List<Reference> all, Discourse before, boolean owns) {
        Reference subject = null;
        for (Reference earlier : all) {
            boolean fits = earlier.from() < at
                    && (earlier.kind() == Reference.Kind.ACTOR || earlier.kind() == Reference.Kind.PRONOUN)
                    && earlier.ids().size() == 1
                    && !earlier.possessive()
                    && isKind(earlier.ids().get(0), BODIES, before);
            // The first actor is mostly the subject, and a subject is mostly what "it" goes on about.
            if (fits && (subject == null || clauseBetween(sentence, subject.to(), earlier.from(), at))) {
                subject = earlier;
            }
        }
        if (subject != null) {
            return reference(Reference.Kind.PRONOUN, at, at + 1, subject.ids(), owns, NEAR);
        }
        List<String> ids = before.subject();
        if (ids.size() == 1 && isKind(ids.get(0), BODIES, before)) {
            return reference(Reference.Kind.PRONOUN, at, at + 1, ids, owns, FAR);
        }
        return null;
    }

    /** Whether a later actor opens a clause of its own before the pronoun, and so is the nearer subject. */
    private static boolean clauseBetween(Sentence sentence, int from, int later, int at) {
        boolean opened = false;
        for (int i = from; i < later; i++) {
            opened |= sentence.isAt(i, "that", ",", "while", "as", "because", "although", "but", ";", "when", "after");
        }
        boolean verbAfter = false;
        for (int i = later; i < Math.min(at, later + 6); i++) {
            verbAfter |= sentence.tagAt(i, Tag.VERB, Tag.AUX);
        }
        return opened && verbAfter;
    }

    private static boolean isKind(String id, Set<Node.Kind> kinds, Discourse discourse) {
        Node node = discourse.node(id);
        return node != null && kinds.contains(node.kind());
    }

    private static @Nullable Reference person(
            int at, List<Reference> all, Discourse before, Gender pronoun, boolean owns) {
        Reference last = null;
        for (Reference earlier : all) {
            boolean fits = earlier.from() < at
                    && earlier.actor()
                    && earlier.ids().size() == 1
                    && isKind(earlier.ids().get(0), PERSONS, before)
                    && before.mayBe(pronoun, earlier.ids().get(0));
            if (fits && (last == null || last.possessive())) {
                last = earlier;
            }
        }
        if (last != null) {
            return reference(Reference.Kind.PRONOUN, at, at + 1, last.ids(), owns, NEAR);
        }
        List<String> subject = before.subject();
        boolean fits = subject.stream().allMatch(id -> before.mayBe(pronoun, id));
        if (subject.size() == 1 && isKind(subject.get(0), PERSONS, before) && fits) {
            return reference(Reference.Kind.PRONOUN, at, at + 1, subject, owns, NEAR);
        }
        String person = before.person(pronoun);
        if (person != null) {
            return reference(Reference.Kind.PRONOUN, at, at + 1, List.of(person), owns, FAR);
        }
        // "He" without a known person: an official that the text named by nationality only.
        return subject.isEmpty() || !fits
                ? null
                : reference(Reference.Kind.PRONOUN, at, at + 1, subject, owns, FAR * FAR);
    }

    private static @Nullable Reference several(int at, List<Reference> all, Discourse before, boolean owns) {
        Reference first = null;
        for (Reference earlier : all) {
            if (earlier.from() < at
                    && earlier.actor()
                    && earlier.kind() != Reference.Kind.SPEAKER
                    && !earlier.ids().isEmpty()
                    && !earlier.possessive()
                    && first == null) {
                first = earlier;
            }
        }
        if (first != null) {
            return reference(Reference.Kind.PRONOUN, at, at + 1, first.ids(), owns, NEAR);
        }
        return before.subject().isEmpty()
                ? null
                : reference(Reference.Kind.PRONOUN, at, at + 1, before.subject(), owns, FAR);
    }

    /** "The spokesman", "the country", "this approach". */
    private @Nullable Reference description(
            Sentence sentence, int at, List<Reference> all, Discourse before, @Nullable String earlierIssue) {
        if (!sentence.isAt(at, "the", "this", "that", "these", "those", "such", "any", "some")) {
            return null;
        }
        int head = at + 1;
        while (head < sentence.size()
                && head < at + 4
                && sentence.tagAt(head, Tag.ADJ, Tag.NUM)
                && nouns.at("shell", sentence, head) == 0) {
            head++;
        }
        if (inside(all, head)) {
            return null;
        }
        int office = nouns.at("person-office", sentence, head);
        boolean definite = sentence.isAt(at, "the", "this", "that");
        if (office > 0 && definite) {
            boolean leads =
                    sentence.isAt(head, "president", "premier", "chancellor", "leader", "king", "prime", "emir");
            String person = leads ? before.lastOf(EnumSet.of(Node.Kind.LEADER)) : before.person();
            boolean elsewhere = sentence.isAt(head + office, "of", "for", "at");
            return person == null || elsewhere
                    ? null
                    : reference(
                            Reference.Kind.PRONOUN,
                            at,
                            head + office,
                            List.of(person),
                            sentence.isAt(head + office, "'s"),
                            FAR);
        }
        if (definite
                && sentence.isAt(
                        head,
                        "country",
                        "nation",
                        "kingdom",
                        "republic",
                        "state",
                        "ministry",
                        "government",
                        "regime",
                        "bloc",
                        "alliance",
                        "union",
                        "group",
                        "movement",
                        "militia",
                        "administration",
                        "agency",
                        "party",
                        "army")) {
            String last = before.lastOf(BODIES);
            return last == null
                    ? null
                    : reference(
                            Reference.Kind.PRONOUN,
                            at,
                            head + 1,
                            List.of(last),
                            sentence.isAt(head + 1, "'s"),
                            FAR * FAR);
        }
        int shell = nouns.at("shell", sentence, head);
        if (shell > 0 && !sentence.isAt(head + shell, "of") && !sentence.tagAt(head + shell, Tag.NOUN)) {
            String issue = nouns.at("document-shell", sentence, head) > 0 ? before.lastDocument(null) : null;
            for (Reference earlier : all) {
                boolean named = earlier.kind() == Reference.Kind.ISSUE || earlier.kind() == Reference.Kind.DOCUMENT;
                issue = issue == null && named && earlier.to() <= at
                        ? earlier.ids().get(0)
                        : issue;
            }
            boolean plan = nouns.at("plan-shell", sentence, head) > 0;
            issue = issue == null ? plan ? before.issueOutside("war") : earlierIssue : issue;
            return issue == null ? null : reference(Reference.Kind.SHELL, at, head + shell, List.of(issue), false, FAR);
        }
        return null;
    }
}
