package io.demarche.engine.catalog;

import io.demarche.engine.CustomCatalog;
import io.demarche.engine.CustomCatalog.CustomActor;
import io.demarche.engine.CustomCatalog.CustomIssue;
import io.demarche.engine.InvalidRequestException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes the catalog of one call from the names that the caller brought. Who bears the name of a built-in actor goes by
 * that actor's other names too ("GOP" for the Republican Party), unless the caller gave those to somebody else.
 */
public final class CallCatalog {
    private CallCatalog() {}

    /**
     * The catalog of a call.
     *
     * @throws InvalidRequestException when an id is taken twice or an actor's kind is unknown
     */
    public static Catalog of(Catalog builtIn, @Nullable CustomCatalog custom) {
        if (custom == null) {
            return builtIn;
        }
        FirstNames firstNames = builtIn.firstNames();
        Map<String, Gender> genders = new HashMap<>();
        Map<String, Node> nodes = new LinkedHashMap<>();
        NameIndex names = new NameIndex();
        NameIndex inherited = new NameIndex();
        for (int i = 0; i < custom.actors().size(); i++) {
            CustomActor actor = custom.actors().get(i);
            String display =
                    actor.names().isEmpty() ? actor.id() : actor.names().get(0);
            // A last name alone may be somebody else's; the first name given is the full one.
            Node known = builtIn.bearer(display);
            put(
                    nodes,
                    new Node(actor.id(), display, kind(actor, i, known, builtIn), actor.id(), actor.memberOf()),
                    "catalog.actors[" + i + "].id");
            Gender gender = known == null ? Gender.UNKNOWN : builtIn.gender(known.id());
            genders.put(actor.id(), gender == Gender.UNKNOWN ? firstNames.of(actor.names()) : gender);
            if (known != null) {
                builtIn.spellings(known.id())
                        .forEach(spelling -> inherited.add(
                                spelling.phrase(),
                                spelling.anyCase(),
                                new Name(
                                        actor.id(),
                                        spelling.name().kind(),
                                        spelling.name().weak())));
            }
            actor.names().forEach(name -> names.add(name, false, new Name(actor.id(), Name.Kind.PROPER, false)));
        }
        for (int i = 0; i < custom.issues().size(); i++) {
            CustomIssue issue = custom.issues().get(i);
            String display =
                    issue.terms().isEmpty() ? issue.id() : issue.terms().get(0);
            put(
                    nodes,
                    new Node(issue.id(), display, Node.Kind.ISSUE, issue.id(), issue.partOf()),
                    "catalog.issues[" + i + "].id");
            issue.terms().forEach(term -> names.add(term, true, new Name(issue.id(), Name.Kind.TERM, false)));
        }
        return builtIn.forCall(nodes.values(), names, custom.only(), inherited, genders);
    }

    private static void put(Map<String, Node> nodes, Node node, String field) {
        if (nodes.put(node.id(), node) != null) {
            throw new InvalidRequestException(field, "this id is taken by another entry of the catalog");
        }
    }

    private static Node.Kind kind(CustomActor actor, int index, @Nullable Node known, Catalog builtIn) {
        String kind = actor.kind();
        if (kind == null) {
            boolean person = actor.names().stream().anyMatch(builtIn.firstNames()::begin);
            return known != null ? known.kind() : person ? Node.Kind.OFFICIAL : Node.Kind.GROUP;
        }
        for (Node.Kind named : Node.Kind.values()) {
            if (named.actor() && named.name().toLowerCase(Locale.ROOT).equals(kind)) {
                return named;
            }
        }
        throw new InvalidRequestException(
                "catalog.actors[" + index + "].kind",
                "must be one of state, government, leader, official, party, bloc, group");
    }
}
