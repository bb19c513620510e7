package io.demarche.key;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a caller may do. Each role may do what those before it may. */
public enum Role {

    /** May read everything, and have texts analysed that are not stored. */
    READER,

    /** May hand in and remove articles and feeds. */
    CONTRIBUTOR,

    /** May change what holds for everybody. */
    ADMIN;

    /** Whether this role may do what the other may. */
    public boolean includes(Role other) {
        return compareTo(other) >= 0;
    }

    /** The role's name as files, commands and claims have it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role of this name; empty when there is none. */
    public static Optional<Role> of(String label) {
        return Arrays.stream(values())
                .filter(role -> role.label().equals(label))
                .findFirst();
    }
}
