package io.demarche.engine.catalog;

import io.demarche.engine.CustomCatalog;
import io.demarche.engine.CustomCatalog.CustomActor;
import io.demarche.engine.CustomCatalog.CustomIssue;
import io.demarche.engine.InvalidRequestException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the catalog of one call from the names that the caller brought. */
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
        Map<String, Node> nodes = new LinkedHashMap<>();
        NameIndex names = new NameIndex();
        for (int i = 0; i < custom.actors().size(); i++) {
            CustomActor actor = custom.actors().get(i);
            String display =
                    actor.names().isEmpty() ? actor.id() : actor.names().get(0);
            put(
                    nodes,
                    new Node(actor.id(), display, kind(actor, i), actor.id(), actor.memberOf()),
                    "catalog.actors[" + i + "].id");
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
        return new Catalog(new ArrayList<>(nodes.values()), names, List.of(), custom.only() ? null : builtIn);
    }

    private static void put(Map<String, Node> nodes, Node node, String field) {
        if (nodes.put(node.id(), node) != null) {
            throw new InvalidRequestException(field, "this id is taken by another entry of the catalog");
        }
    }

    private static Node.Kind kind(CustomActor actor, int index) {
        String kind = actor.kind();
        if (kind == null) {
            return Node.Kind.GROUP;
        }
        for (Node.Kind known : Node.Kind.values()) {
            if (known.actor() && known.name().toLowerCase(Locale.ROOT).equals(kind)) {
                return known;
            }
        }
        throw new InvalidRequestException(
                "catalog.actors[" + index + "].kind",
                "must be one of state, government, leader, official, party, bloc, group");
    }
}
