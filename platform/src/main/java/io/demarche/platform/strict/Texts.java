package io.demarche.platform.strict;

import org.jspecify.annotations.Nullable;

/** Texts that no database and no other service would take. */
final class Texts {

    private Texts() {}

    /** What is wrong with a text; null when nothing is. */
    static @Nullable String fault(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                return "holds the character U+0000";
            }
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                return "holds half of a surrogate pair";
            }
        }
        return null;
    }
}
