package io.demarche.engine.catalog;

import io.demarche.engine.catalog.Catalog.Term;
import io.demarche.engine.data.Table;
import io.demarche.engine.data.Table.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the catalog that comes with the engine. */
public final class BuiltInCatalog {
    /** The files that it is read from; the engine's version covers their content. */
    public static final List<String> FILES =
            List.of("states.tsv", "actors.tsv", "people.tsv", "issues.tsv", FirstNames.FILE);

    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final NameIndex names = new NameIndex();
    private final List<Term> terms = new ArrayList<>();

    private BuiltInCatalog() {}

    /** Reads the files. */
    public static Catalog load() {
        BuiltInCatalog reader = new BuiltInCatalog();
        Table.read("states.tsv", 10).rows().forEach(reader::state);
        Table.read("actors.tsv", 6).rows().forEach(reader::actor);
        Table.read("people.tsv", 7).rows().forEach(reader::person);
        Table.read("issues.tsv", 4).rows().forEach(reader::issue);
        return Catalog.builtIn(reader.nodes.values(), reader.names, reader.terms);
    }

    private void state(Row row) {
        String id = row.text(0);
        nodes.put(id, new Node(id, row.text(3), Node.Kind.STATE, row.text(2), row.list(9, "|")));
        name(id, row.text(3), Name.Kind.PROPER);
        row.list(4, "|").forEach(alias -> name(id, alias, Name.Kind.PROPER));
        row.list(5, "|").forEach(capital -> name(id, capital, Name.Kind.SEAT));
        row.list(6, "|").forEach(adjective -> name(id, adjective, Name.Kind.ADJECTIVE));
        row.list(7, "|").forEach(demonym -> name(id, demonym, Name.Kind.DEMONYM));
        row.list(8, "|").forEach(metonym -> name(id, metonym, Name.Kind.SEAT));
    }

    private void actor(Row row) {
        String id = row.text(0);
        Node.Kind kind = Node.Kind.valueOf(row.text(1).toUpperCase(Locale.ROOT));
        nodes.put(id, new Node(id, row.text(2), kind, id, row.list(5, "|")));
        name(id, row.text(2), Name.Kind.PROPER);
        row.list(3, "|").forEach(alias -> name(id, alias, Name.Kind.PROPER));
        row.list(4, "|").forEach(adjective -> name(id, adjective, Name.Kind.ADJECTIVE));
    }

    private void person(Row row) {
        String id = row.text(0);
        if (!row.text(1).isEmpty() && !nodes.containsKey(id)) {
            String office = row.text(4);
            boolean leads = List.of(
                            "president",
                            "prime-minister",
                            "chancellor",
                            "monarch",
                            "supreme-leader",
                            "head-of-government")
                    .contains(office);
            nodes.put(
                    id, new Node(id, row.text(1), leads ? Node.Kind.LEADER : Node.Kind.OFFICIAL, id, row.list(3, "|")));
            name(id, row.text(1), Name.Kind.PROPER);
            row.list(2, "|").forEach(alias -> name(id, alias, Name.Kind.PROPER));
        }
        Node node = nodes.get(id);
        if (node != null && !(row.text(5).isEmpty() && row.text(6).isEmpty())) {
            List<String> of = row.list(3, "|").isEmpty() ? node.parents() : row.list(3, "|");
            terms.add(new Term(id, of, row.text(4), day(row.text(5), true), day(row.text(6), false)));
        }
    }

    private void issue(Row row) {
        String id = row.text(0);
        nodes.put(id, new Node(id, row.text(1), Node.Kind.ISSUE, id, row.list(2, "|")));
        for (String term : row.list(3, "|")) {
            boolean asWritten = term.startsWith("^");
            names.add(asWritten ? term.substring(1) : term, !asWritten, new Name(id, Name.Kind.TERM, false));
        }
    }

    private void name(String id, String written, Name.Kind kind) {
        boolean weak = written.startsWith("~");
        names.add(weak ? written.substring(1) : written, false, new Name(id, kind, weak));
    }

    private static @Nullable LocalDate day(String written, boolean first) {
        return switch (written.length()) {
            case 10 -> LocalDate.parse(written);
            case 7 -> {
                LocalDate start = LocalDate.parse(written + "-01");
                yield first ? start : start.plusMonths(1).minusDays(1);
            }
            case 4 -> first ? LocalDate.parse(written + "-01-01") : LocalDate.parse(written + "-12-31");
            default -> null;
        };
    }
}
