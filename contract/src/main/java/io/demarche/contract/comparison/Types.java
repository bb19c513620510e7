package io.demarche.contract.comparison;

import java.util.Set;

/** Which types are among which. */
final class Types {

    private Types() {}

    /** Whether all of the one are among the other; no types are any. */
    static boolean covers(Set<String> wide, Set<String> narrow) {
        if (wide.isEmpty()) {
            return true;
        }
        return !narrow.isEmpty()
                && narrow.stream()
                        .allMatch(type -> wide.contains(type) || type.equals("integer") && wide.contains("number"));
    }

    /** Whether the one format takes all that the other does. */
    static boolean wider(String narrow, String wide) {
        return narrow.equals("int32") && wide.equals("int64") || narrow.equals("float") && wide.equals("double");
    }
}
