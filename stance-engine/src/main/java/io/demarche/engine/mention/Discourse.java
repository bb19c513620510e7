package io.demarche.engine.mention;

import io.demarche.engine.catalog.Catalog;
import io.demarche.engine.catalog.Gender;
import io.demarche.engine.catalog.Node;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a text has spoken of so far: decides what pronouns, "the document" and "both sides" stand for. One for each analysis;
 * sentences are taken in order.
 */
public final class Discourse {
    private static final int REMEMBERED = 8;

    private final Catalog catalog;
    private final @Nullable LocalDate day;
    private final Map<String, Node> made = new HashMap<>();
    private final Set<String> seen = new HashSet<>();
    private final List<String> actors = new ArrayList<>();
    private final List<String> issues = new ArrayList<>();
    private List<String> subject = List.of();
    private @Nullable String document;
    private @Nullable String person;

    public Discourse(Catalog catalog, @Nullable LocalDate day) {
        this.catalog = catalog;
        this.day = day;
    }

    public Catalog catalog() {
        return catalog;
    }

    /** The day the text came out, if known. */
    public @Nullable LocalDate day() {
        return day;
    }

    /** The node of an id, of the catalog or made on the spot; null when neither. */
    public @Nullable Node node(String id) {
        Node node = made.get(id);
        return node == null ? catalog.node(id) : node;
    }

    /** An actor that the catalog doesn't know: the speaker whom a caller names. */
    public String outsider(String name) {
        String id = slug(name);
        made.computeIfAbsent(id, key -> new Node(key, name.strip(), Node.Kind.GROUP, key, List.of()));
        return id;
    }

    /** Something without a term of its own that is spoken of: an issue found on the spot. */
    public String matter(String phrase) {
        String id = slug(phrase);
        made.computeIfAbsent(id, key -> new Node(key, phrase, Node.Kind.ISSUE, key, List.of()));
        return id;
    }

    private static String slug(String words) {
        String slug =
                words.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return slug.isEmpty() ? "unnamed" : slug;
    }

    /** What to call it: its name, or its id when it has none. */
    public String name(String id) {
        Node node = node(id);
        return node == null ? id : node.name();
    }

    /** Whether two ids speak for one side, so that neither takes a position on the other. */
    public boolean sameSide(String one, String other) {
        return one.equals(other) || catalog.root(one).equals(catalog.root(other));
    }

    /** Ids of all ancestors, nearest first. */
    public List<String> ancestors(String id) {
        Node node = made.get(id);
        if (node == null) {
            return catalog.ancestors(id);
        }
        Set<String> all = new LinkedHashSet<>(node.parents());
        node.parents().forEach(parent -> all.addAll(catalog.ancestors(parent)));
        return List.copyOf(all);
    }

    /** The relations of two states, an issue of their own: made on demand, with the same id whichever comes first. */
    public String relation(String one, String other) {
        Node a = catalog.node(catalog.root(one));
        Node b = catalog.node(catalog.root(other));
        if (a == null || b == null) {
            return "diplomatic-relations";
        }
        boolean swap =
                !a.code().equals("us") && (b.code().equals("us") || b.code().compareTo(a.code()) < 0);
        Node first = swap ? b : a;
        Node second = swap ? a : b;
        String id = first.code() + "-" + second.code() + "-relations";
        List<String> parents =
                catalog.node("diplomatic-relations") == null ? List.of() : List.of("diplomatic-relations");
        made.computeIfAbsent(
                id,
                key -> new Node(key, first.name() + "–" + second.name() + " relations", Node.Kind.ISSUE, key, parents));
        return id;
    }

    /** A document of an actor's: an issue found on the spot that belongs to its issuer. */
    public String document(String issuer, String slug, String name) {
        String root = catalog.root(issuer);
        Node node = catalog.node(root);
        String id = (node == null ? root : node.code()) + "-" + slug;
        made.computeIfAbsent(id, key -> new Node(key, name, Node.Kind.ISSUE, key, List.of(root)));
        document = id;
        return id;
    }

    /** The last document, if it is this actor's or no actor is given. */
    public @Nullable String lastDocument(@Nullable String issuer) {
        String last = document;
        if (last == null || issuer == null) {
            return last;
        }
        Node node = made.get(last);
        return node != null && node.parents().contains(catalog.root(issuer)) ? last : null;
    }

    /** Whose document this is, or null. */
    public @Nullable String issuer(String id) {
        Node node = made.get(id);
        return node == null || node.parents().isEmpty() || id.endsWith("-relations")
                ? null
                : node.parents().get(0);
    }

    /** Whether a strong name of it was seen. */
    public boolean knows(String id) {
        return seen.contains(id);
    }

    /** Takes note of an actor that was named. */
    public void sawActor(String id) {
        seen.add(id);
        actors.add(id);
        Node node = node(id);
        if (node != null && node.kind().person()) {
            person = id;
        }
        forget(actors);
    }

    /** Takes note of an issue that was named. */
    public void sawIssue(String id) {
        issues.remove(id);
        issues.add(id);
        forget(issues);
    }

    /** Takes note of the subject of a sentence; empty when it is no actor. */
    public void sawSubject(List<String> ids) {
        subject = List.copyOf(ids);
    }

    public List<String> subject() {
        return subject;
    }

    public @Nullable String person() {
        return person;
    }

    /** The last person for whom a pronoun of this gender can stand, or null. */
    public @Nullable String person(Gender pronoun) {
        String last = lastActor(node -> node.kind().person() && mayBe(pronoun, node.id()));
        return last == null && person != null && mayBe(pronoun, person) ? person : last;
    }

    /** Whether a pronoun of this gender can stand for somebody. */
    public boolean mayBe(Gender pronoun, String id) {
        return pronoun.fits(catalog.gender(id));
    }

    /** The last issue, or null. */
    public @Nullable String issue() {
        return issues.isEmpty() ? null : issues.get(issues.size() - 1);
    }

    /** The side that was named most of late and is not the side of this actor; null when there is none. */
    public @Nullable String otherActor(String than) {
        String root = catalog.root(than);
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (int i = actors.size() - 1; i >= 0; i--) {
            String other = actors.get(i);
            if (!catalog.root(other).equals(root) && !catalog.within(than, other) && !catalog.within(other, than)) {
                counts.merge(catalog.root(other), 1, Integer::sum);
            }
        }
        String most = null;
        for (Map.Entry<String, Integer> entry : counts.entrySet()) {
            most = most == null || entry.getValue() > counts.getOrDefault(most, 0) ? entry.getKey() : most;
        }
        return most;
    }

    /** The last two states that were named, for "both sides"; empty when there are not two. */
    public List<String> pair() {
        List<String> roots = new ArrayList<>();
        for (int i = actors.size() - 1; i >= 0 && roots.size() < 2; i--) {
            String root = catalog.root(actors.get(i));
            Node node = catalog.node(root);
            boolean side = node != null && !node.kind().person();
            if (side && !roots.contains(root)) {
                roots.add(0, root);
            }
        }
        return roots.size() == 2 ? roots : List.of();
    }

    /** The last issue that is no part of this one, or null. */
    public @Nullable String issueOutside(String other) {
        for (int i = issues.size() - 1; i >= 0; i--) {
            if (!issues.get(i).equals(other) && !ancestors(issues.get(i)).contains(other)) {
                return issues.get(i);
            }
        }
        return null;
    }

    /** The last actor of one of these kinds, or null. */
    public @Nullable String lastOf(Set<Node.Kind> kinds) {
        return lastActor(node -> kinds.contains(node.kind()));
    }

    private @Nullable String lastActor(Predicate<Node> fits) {
        for (int i = actors.size() - 1; i >= 0; i--) {
            Node node = node(actors.get(i));
            if (node != null && fits.test(node)) {
                return actors.get(i);
            }
        }
        return null;
    }

    private static void forget(List<String> list) {
        if (list.size() > REMEMBERED) {
            list.remove(0);
        }
    }
}
