package io.demarche.engine.catalog;

import io.demarche.engine.data.Table;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** What the first word of a name tells: that it is a person's, and whether a woman's or a man's. */
final class FirstNames {
    static final String FILE = "first-names.tsv";
    /** Shorter ones, as "Al" and "Li", are other things too. */
    private static final int SHORTEST = 3;

    private final Map<String, Gender> genders = new HashMap<>();

    private FirstNames() {}

    /** The names that come with the engine. */
    static FirstNames load() {
        FirstNames names = new FirstNames();
        for (Table.Row row : Table.read(FILE, 2).rows()) {
            Gender gender = row.text(0).equals("f") ? Gender.FEMALE : Gender.MALE;
            row.list(1, "|").forEach(name -> names.genders.put(name, gender));
        }
        return names;
    }

    /** Takes note of a person's name. */
    void add(String name) {
        String first = first(name);
        if (!first.isEmpty()) {
            genders.putIfAbsent(first, Gender.UNKNOWN);
        }
    }

    /** Whether a name of several words begins like a person's. */
    boolean begin(String name) {
        return genders.containsKey(first(name));
    }

    /** The gender that any of somebody's names tells: "Trump" doesn't, "Donald Trump" does. */
    Gender of(Collection<String> names) {
        for (String name : names) {
            Gender gender = genders.getOrDefault(first(name), Gender.UNKNOWN);
            if (gender != Gender.UNKNOWN) {
                return gender;
            }
        }
        return Gender.UNKNOWN;
    }

    private static String first(String name) {
        int blank = name.indexOf(' ');
        return blank < SHORTEST ? "" : name.substring(0, blank);
    }
}
