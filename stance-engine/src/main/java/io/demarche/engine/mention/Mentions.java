package io.demarche.engine.mention;

import io.demarche.engine.catalog.Name;
import io.demarche.engine.catalog.NameIndex;
import io.demarche.engine.catalog.Node;
import io.demarche.engine.data.Words;
import io.demarche.engine.text.Sentence;
import io.demarche.engine.text.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds whom and what a sentence names. Pronouns come later ({@link Pronouns}), when these are known. */
public final class Mentions {
    private static final int REACH = 7;

    private final Words nouns;

    public Mentions(Words nouns) {
        this.nouns = nouns;
    }

    /** The names and terms of a sentence, in its order, without overlaps. */
    public List<Reference> of(Sentence sentence, Discourse discourse) {
        List<Reference> found = new ArrayList<>();
        int at = 0;
        while (at < sentence.size()) {
            Reference next = at(sentence, at, discourse, found);
            if (next == null) {
                at++;
            } else {
                found.add(next);
                note(next, discourse);
                if (next.kind() == Reference.Kind.ISSUE && next.to() - next.from() > 1) {
                    nested(sentence, next, discourse, found);
                }
                at = Math.max(next.to(), at + 1);
            }
        }
        return found;
    }

    /** Actors inside the words of an issue: "pressure on Russia". */
    private void nested(Sentence sentence, Reference issue, Discourse discourse, List<Reference> found) {
        for (int at = issue.from(); at < issue.to(); at++) {
            for (NameIndex index : discourse.catalog().indexes()) {
                NameIndex.Hit hit = index.at(sentence, at);
                Name name = hit == null ? null : choose(hit.names(), sentence, at, discourse);
                if (hit != null && name != null && name.kind() != Name.Kind.TERM && at + hit.length() <= issue.to()) {
                    boolean qualifies = name.kind() == Name.Kind.ADJECTIVE || at + hit.length() < issue.to();
                    Reference inside = new Reference(
                            qualifies ? Reference.Kind.MODIFIER : Reference.Kind.ACTOR,
                            at,
                            at + hit.length(),
                            List.of(name.id()),
                            possessive(sentence, at + hit.length()),
                            1);
                    found.add(inside);
                    note(inside, discourse);
                    break;
                }
            }
        }
    }

    private static void note(Reference reference, Discourse discourse) {
        switch (reference.kind()) {
            case ACTOR, MODIFIER -> reference.ids().forEach(discourse::sawActor);
            case ISSUE, DOCUMENT -> reference.ids().forEach(discourse::sawIssue);
            case RELATION -> {
                if (reference.ids().size() == 2) {
                    discourse.sawIssue(discourse.relation(
                            reference.ids().get(0), reference.ids().get(1)));
                }
            }
            default -> {}
        }
    }

    private @Nullable Reference at(Sentence sentence, int at, Discourse discourse, List<Reference> before) {
        NameIndex.Hit hit = null;
        for (NameIndex index : discourse.catalog().indexes()) {
            NameIndex.Hit other = index.at(sentence, at);
            if (other != null && (hit == null || other.length() > hit.length())) {
                hit = other;
            }
        }
        Name name = hit == null ? null : choose(hit.names(), sentence, at, discourse);
        if (hit == null || name == null) {
            int ties = nouns.at("relation", sentence, at);
            return ties > 0 ? relation(sentence, at, at + ties, before) : document(sentence, at, discourse, before);
        }
        int end = at + hit.length();
        if (name.kind() == Name.Kind.TERM) {
            int previous = at - 1;
            while (sentence.tagAt(previous, Tag.ADV)) {
                previous--;
            }
            boolean verb = hit.length() == 1
                    && (sentence.tagAt(at, Tag.AUX)
                            || sentence.tagAt(at, Tag.VERB) && sentence.tagAt(previous, Tag.AUX, Tag.PRON));
            Reference relation = relation(sentence, at, end, before);
            return verb
                    ? null
                    : relation != null
                            ? relation
                            : new Reference(
                                    Reference.Kind.ISSUE, at, end, List.of(name.id()), possessive(sentence, end), 1);
        }
        return actor(sentence, at, end, name, discourse);
    }

    private static boolean possessive(Sentence sentence, int end) {
        return sentence.isAt(end, "'s") && sentence.tagAt(end, Tag.PART) || sentence.isAt(end, "'");
    }

    /** Which of several bearers of a name is meant; null when none is. */
    private @Nullable Name choose(List<Name> names, Sentence sentence, int at, Discourse discourse) {
        Name chosen = null;
        for (Name name : names) {
            boolean titled = nouns.at("person-title", sentence, at - 1) > 0;
            Node node = discourse.node(name.id());
            boolean usable = !name.weak()
                    || discourse.knows(name.id())
                    || titled && node != null && node.kind().person() && sentence.tagAt(at - 1, Tag.PROPN, Tag.NOUN);
            if (!usable) {
                continue;
            }
            if (chosen == null || !discourse.knows(chosen.id()) && discourse.knows(name.id())) {
                chosen = name;
            }
        }
        return chosen;
    }

    private Reference actor(Sentence sentence, int at, int end, Name name, Discourse discourse) {
        Node node = discourse.catalog().require(name.id());
        boolean owns = possessive(sentence, end);
        if (owns || node.kind().person() && name.kind() != Name.Kind.ADJECTIVE && !administration(sentence, end)) {
            Reference document = owns ? ownedDocument(sentence, at, end, name.id(), discourse) : null;
            return document != null
                    ? document
                    : new Reference(Reference.Kind.ACTOR, at, end, List.of(name.id()), owns, 1);
        }
        Reference relation = hyphenated(sentence, at, end, name.id(), discourse);
        if (relation != null) {
            return relation;
        }
        if (!nounFollows(sentence, end, name)) {
            boolean bare = name.kind() == Name.Kind.ADJECTIVE
                    && !Character.isUpperCase(sentence.token(at).text().charAt(0));
            return new Reference(
                    bare ? Reference.Kind.MODIFIER : Reference.Kind.ACTOR, at, end, List.of(name.id()), false, 1);
        }
        return qualified(sentence, at, end, name.id(), discourse);
    }

    private boolean administration(Sentence sentence, int end) {
        return nouns.at("body", sentence, end) > 0;
    }

    private boolean nounFollows(Sentence sentence, int end, Name name) {
        if (nouns.at("time", sentence, end) > 0) {
            return false;
        }
        if (sentence.tagAt(end, Tag.NOUN) || sentence.tagAt(end, Tag.PROPN) && name.kind() != Name.Kind.PROPER) {
            return true;
        }
        if (sentence.tagAt(end, Tag.ADJ, Tag.PROPN)) {
            return name.kind() == Name.Kind.ADJECTIVE || sentence.tagAt(end + 1, Tag.NOUN, Tag.PROPN);
        }
        return name.kind() == Name.Kind.ADJECTIVE && sentence.isAt(end, "-");
    }

    /** A name that qualifies a noun: the noun decides what the two are. */
    private Reference qualified(Sentence sentence, int at, int end, String id, Discourse discourse) {
        List<String> ids = List.of(id);
        Reference document = ownedDocument(sentence, at, end, id, discourse);
        if (document != null) {
            return document;
        }
        for (int next = end; next < Math.min(sentence.size(), end + REACH); next++) {
            int relation = nouns.at("relation", sentence, next);
            if (relation > 0) {
                return new Reference(Reference.Kind.RELATION, at, next + relation, ids, false, 0.9);
            }
            int office = Math.max(nouns.at("person-office", sentence, next), nouns.at("body", sentence, next));
            if (office > 0 && !continues(sentence, next + office)) {
                int close = withName(sentence, next + office);
                boolean named = close > next + office && named(sentence, next + office, discourse);
                String holder = named ? null : officeHolder(sentence, next, office, id, discourse);
                return new Reference(
                        named ? Reference.Kind.MODIFIER : Reference.Kind.ACTOR,
                        at,
                        named ? next + office : close,
                        holder == null ? ids : List.of(holder),
                        possessive(sentence, close),
                        1);
            }
            if (!sentence.tagAt(next, Tag.ADJ, Tag.NOUN, Tag.PROPN) && !sentence.isAt(next, "-")) {
                break;
            }
            if (named(sentence, next, discourse)) {
                break;
            }
        }
        return new Reference(Reference.Kind.MODIFIER, at, end, ids, false, 0.9);
    }

    /** Whether the noun goes on ("foreign ministry spokeswoman"), so that the longer office counts. */
    private boolean continues(Sentence sentence, int at) {
        return nouns.at("person-office", sentence, at) > 0 || nouns.at("body", sentence, at) > 0;
    }

    private static int withName(Sentence sentence, int from) {
        int at = from;
        while (at < sentence.size()
                && at < from + 4
                && sentence.tagAt(at, Tag.PROPN)
                && sentence.token(at).capitalised()) {
            at++;
        }
        return at;
    }

    private static boolean named(Sentence sentence, int at, Discourse discourse) {
        if (at >= sentence.size()) {
            return false;
        }
        for (NameIndex index : discourse.catalog().indexes()) {
            NameIndex.Hit hit = index.at(sentence, at);
            if (hit != null && hit.names().stream().anyMatch(name -> name.kind() == Name.Kind.PROPER && !name.weak())) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable String officeHolder(
            Sentence sentence, int from, int length, String id, Discourse discourse) {
        if (discourse.day() == null) {
            return null;
        }
        StringBuilder office = new StringBuilder();
        for (int at = from; at < from + length; at++) {
            office.append(office.isEmpty() ? "" : "-").append(sentence.token(at).lower());
        }
        String key =
                switch (office.toString()) {
                    case "premier" -> "prime-minister";
                    case "secretary-of-state", "foreign-secretary", "top-diplomat" -> "foreign-minister";
                    case "defense-minister", "defense-secretary", "defence-secretary" -> "defence-minister";
                    default -> office.toString();
                };
        return discourse.catalog().holder(id, key, discourse.day());
    }

    /** "Russian-American relations", "U.S.-Russia ties". */
    private @Nullable Reference hyphenated(Sentence sentence, int at, int end, String id, Discourse discourse) {
        boolean dash = sentence.isAt(end, "-", "–", "‑", "/");
        int second = dash ? end + 1 : end;
        if (second >= sentence.size() || !dash && !sentence.tagAt(second, Tag.PROPN)) {
            return null;
        }
        for (NameIndex index : discourse.catalog().indexes()) {
            NameIndex.Hit hit = index.at(sentence, second);
            if (hit == null || hit.names().get(0).kind() == Name.Kind.TERM) {
                continue;
            }
            int next = second + hit.length();
            for (int noun = next; noun < Math.min(sentence.size(), next + 3); noun++) {
                int relation = nouns.at("relation", sentence, noun);
                if (relation > 0) {
                    List<String> ids = List.of(id, hit.names().get(0).id());
                    return new Reference(Reference.Kind.RELATION, at, noun + relation, ids, false, 1);
                }
            }
        }
        return null;
    }

    /** "Relations with Washington", "ties between Moscow and Beijing"; partners are looked up by whoever resolves it. */
    private @Nullable Reference relation(Sentence sentence, int at, int end, List<Reference> before) {
        for (int next = at; next < end; next++) {
            int length = nouns.at("relation", sentence, next);
            if (length > 0 && next + length == end) {
                List<String> owner = new ArrayList<>();
                if (!before.isEmpty() && before.get(before.size() - 1).to() >= at - 1) {
                    Reference last = before.get(before.size() - 1);
                    if (last.possessive() || last.kind() == Reference.Kind.MODIFIER) {
                        owner.addAll(last.ids());
                    }
                }
                return new Reference(Reference.Kind.RELATION, at, end, owner, false, 0.9);
            }
        }
        return null;
    }

    /** A document right after its issuer: "the U.S. National Security Strategy", "Trump's proposal". */
    private @Nullable Reference ownedDocument(Sentence sentence, int at, int end, String issuer, Discourse discourse) {
        int from = possessive(sentence, end) ? end + 1 : end;
        int head = documentHead(sentence, from);
        if (head < 0) {
            return null;
        }
        String slug = slug(sentence, from, head);
        String last = discourse.lastDocument(issuer);
        boolean again = last != null && slug.indexOf('-') < 0;
        String id = again ? last : discourse.document(issuer, slug, phrase(sentence, at, head + 1));
        return new Reference(Reference.Kind.DOCUMENT, at, head + 1, List.of(id), possessive(sentence, head + 1), 0.9);
    }

    /** "The document", "its plan", "a revised National Security Strategy". */
    private @Nullable Reference document(Sentence sentence, int at, Discourse discourse, List<Reference> before) {
        boolean opens = sentence.tagAt(at, Tag.DET) || sentence.isAt(at, "its", "his", "her", "their");
        boolean capital = sentence.tagAt(at, Tag.PROPN, Tag.ADJ, Tag.NOUN)
                && sentence.token(at).capitalised()
                && at > 0;
        if (!opens && !capital) {
            return null;
        }
        int from = opens ? at + 1 : at;
        int head = documentHead(sentence, from);
        if (head < 0) {
            return null;
        }
        for (int inside = from; inside < head; inside++) {
            if (named(sentence, inside, discourse)) {
                return null;
            }
        }
        boolean titled = sentence.token(head).capitalised() && head > from;
        String last = discourse.lastDocument(null);
        if (!titled && last != null && sentence.isAt(at, "the", "this", "that")) {
            return new Reference(
                    Reference.Kind.DOCUMENT, at, head + 1, List.of(last), possessive(sentence, head + 1), 0.8);
        }
        if (!titled || before.isEmpty()) {
            return null;
        }
        for (int i = before.size() - 1; i >= 0; i--) {
            if (before.get(i).kind() == Reference.Kind.ACTOR) {
                String issuer = before.get(i).ids().get(0);
                String id = discourse.document(issuer, slug(sentence, from, head), phrase(sentence, from, head + 1));
                return new Reference(
                        Reference.Kind.DOCUMENT, at, head + 1, List.of(id), possessive(sentence, head + 1), 0.8);
            }
        }
        return null;
    }

    /** The noun that names a document, when only adjectives and nouns stand before it; -1 when there is none. */
    private int documentHead(Sentence sentence, int from) {
        for (int at = from; at < Math.min(sentence.size(), from + 6); at++) {
            int length = nouns.at("document", sentence, at);
            if (length > 0 && !sentence.tagAt(at + length, Tag.NOUN)) {
                return at + length - 1;
            }
            boolean modifier = sentence.tagAt(at, Tag.ADJ, Tag.NOUN, Tag.PROPN, Tag.NUM)
                    || sentence.isAt(at, "-")
                    || nouns.at("document-adjective", sentence, at) > 0;
            if (!modifier) {
                return -1;
            }
        }
        return -1;
    }

    private String slug(Sentence sentence, int from, int head) {
        StringBuilder slug = new StringBuilder();
        for (int at = from; at <= head; at++) {
            String word = sentence.token(at).lower().replaceAll("[^a-z0-9]", "");
            boolean skipped = word.isEmpty() || nouns.at("document-adjective", sentence, at) > 0;
            if (!skipped) {
                slug.append(slug.isEmpty() ? "" : "-").append(word);
            }
        }
        return slug.isEmpty() ? sentence.token(head).lower().replaceAll("[^a-z0-9]", "") : slug.toString();
    }

    private static String phrase(Sentence sentence, int from, int to) {
        String words = sentence.written(from, to);
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
