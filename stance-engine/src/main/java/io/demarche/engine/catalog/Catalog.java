package io.demarche.engine.catalog;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Actors and issues with their names. Immutable once built. */
public final class Catalog {
    private final Map<String, Node> nodes;
    private final NameIndex names;
    private final List<Term> terms;
    private final @Nullable Catalog base;
    /** Names to look up, in this order: the caller's own, those of built-in actors of the same name, the built-in ones. */
    private final List<NameIndex> indexes;

    private final Map<String, List<NameIndex.Spelling>> spellings;
    private final FirstNames firstNames;
    private final Map<String, Gender> genders;
    /** Asked for many times a sentence, and always the same. */
    private final Map<String, List<String>> ancestors = new ConcurrentHashMap<>();

    /**
     * A term of office.
     *
     * @param person who holds it
     * @param of states and bodies that it is an office of
     * @param office such as {@code president}
     * @param from first day, or null when not known
     * @param to last day, or null when it lasts
     */
    record Term(String person, List<String> of, String office, @Nullable LocalDate from, @Nullable LocalDate to) {
        boolean covers(LocalDate day) {
            return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
        }
    }

    private Catalog(
            Collection<Node> nodes,
            NameIndex names,
            List<Term> terms,
            @Nullable Catalog base,
            @Nullable NameIndex inherited,
            FirstNames firstNames,
            Map<String, Gender> genders) {
        this.nodes = new LinkedHashMap<>();
        nodes.forEach(node -> this.nodes.put(node.id(), node));
        this.names = names;
        this.terms = List.copyOf(terms);
        this.base = base;
        this.indexes = Stream.of(names, inherited, base == null ? null : base.names)
                .filter(Objects::nonNull)
                .toList();
        // Only the built-in catalog is asked for these, by the catalogs of calls.
        this.spellings = inherited == null ? names.spellings() : Map.of();
        this.firstNames = firstNames;
        this.genders = Map.copyOf(genders);
    }

    /** The catalog that comes with the engine. */
    static Catalog builtIn(Collection<Node> nodes, NameIndex names, List<Term> terms) {
        FirstNames firstNames = FirstNames.load();
        Map<String, Gender> genders = new HashMap<>();
        for (Node node : nodes) {
            if (node.kind().person()) {
                firstNames.add(node.name());
                genders.put(node.id(), firstNames.of(List.of(node.name())));
            }
        }
        return new Catalog(nodes, names, terms, null, null, firstNames, genders);
    }

    /**
     * The catalog of a call.
     *
     * @param alone whether the call knows nothing of this one's actors
     * @param inherited names that the call's actors go by because actors of this one do
     * @param genders of the call's persons
     */
    Catalog forCall(
            Collection<Node> nodes, NameIndex names, boolean alone, NameIndex inherited, Map<String, Gender> genders) {
        return new Catalog(nodes, names, List.of(), alone ? null : this, inherited, firstNames, genders);
    }

    /** The actor that bears this name, and no other does; null when there is none. */
    @Nullable
    Node bearer(String written) {
        List<Name> named = names.named(written);
        boolean plain = named.size() == 1
                && !named.get(0).weak()
                && (named.get(0).kind() == Name.Kind.PROPER || named.get(0).kind() == Name.Kind.SEAT);
        return plain ? node(named.get(0).id()) : null;
    }

    /** All ways to write an actor's names. */
    List<NameIndex.Spelling> spellings(String id) {
        return spellings.getOrDefault(id, List.of());
    }

    FirstNames firstNames() {
        return firstNames;
    }

    /** Whether an id is a woman's or a man's, as far as names tell. */
    public Gender gender(String id) {
        Gender gender = genders.get(id);
        return gender == null ? base == null ? Gender.UNKNOWN : base.gender(id) : gender;
    }

    /** Names to look up, the caller's own before the built-in ones. */
    public List<NameIndex> indexes() {
        return indexes;
    }

    /** The node of an id, or null. */
    public @Nullable Node node(String id) {
        Node node = nodes.get(id);
        return node == null && base != null ? base.node(id) : node;
    }

    /** The node of an id that a name or a parent gave. */
    public Node require(String id) {
        Node node = node(id);
        if (node == null) {
            throw new IllegalStateException("the catalog has no " + id);
        }
        return node;
    }

    /** Ids of all ancestors, nearest first. */
    public List<String> ancestors(String id) {
        Node node = node(id);
        // Only what the catalog holds is kept, so that ids from callers cannot fill the memory.
        return node == null ? List.of() : ancestors.computeIfAbsent(id, key -> climb(node));
    }

    private List<String> climb(Node node) {
        String id = node.id();
        Set<String> found = new LinkedHashSet<>();
        List<String> level = node.parents();
        while (!level.isEmpty()) {
            List<String> next = new ArrayList<>();
            for (String parent : level) {
                if (!parent.equals(id) && found.add(parent)) {
                    Node above = node(parent);
                    next.addAll(above == null ? List.of() : above.parents());
                }
            }
            level = next;
        }
        return List.copyOf(found);
    }

    /** Whether one is the other, or belongs to it. */
    public boolean within(String id, String ancestor) {
        return id.equals(ancestor) || ancestors(id).contains(ancestor);
    }

    /** The state or bloc that speaks through an actor: itself, or its nearest such ancestor; else the actor. */
    public String root(String id) {
        Node node = node(id);
        if (node == null || node.kind() == Node.Kind.STATE) {
            return id;
        }
        for (String ancestor : ancestors(id)) {
            Node above = node(ancestor);
            if (above != null && above.kind() == Node.Kind.STATE) {
                return ancestor;
            }
        }
        return id;
    }

    /** Who held an office on a day, or null. */
    public @Nullable String holder(String actor, String office, LocalDate day) {
        for (Term term : terms) {
            if (term.office().equals(office) && term.of().contains(actor) && term.covers(day)) {
                return term.person();
            }
        }
        return base == null ? null : base.holder(actor, office, day);
    }

    /** All nodes of this catalog itself. */
    public Collection<Node> nodes() {
        return nodes.values();
    }
}
