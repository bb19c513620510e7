package io.demarche.ingest.extraction;

import java.util.ArrayList;
import java.util.List;

/** Cuts text into paragraphs: at empty lines, and at line breaks unless the text is visibly wrapped at a margin. */
final class Lines {

    private static final int MIN_MARGIN = 40;
    private static final int MAX_MARGIN = 130;

    private Lines() {}

    /** The paragraphs of a text, each on one line, none empty. */
    static List<String> of(String text) {
        List<String> paragraphs = new ArrayList<>();
        List<String> group = new ArrayList<>();
        int start = 0;
        while (start <= text.length()) {
            int end = text.indexOf('\n', start);
            if (end < 0) {
                end = text.length();
            }
            String line = Characters.squeeze(text.substring(start, end));
            if (line.isEmpty()) {
                close(group, paragraphs);
            } else {
                group.add(line);
            }
            start = end + 1;
        }
        close(group, paragraphs);
        return paragraphs;
    }

    private static void close(List<String> group, List<String> paragraphs) {
        if (isWrapped(group)) {
            paragraphs.add(String.join(" ", group));
        } else {
            paragraphs.addAll(group);
        }
        group.clear();
    }

    /** Lines are wrapped when not one of them had room for the first word of the next. */
    private static boolean isWrapped(List<String> group) {
        if (group.size() < 2) {
            return false;
        }
        int margin = 0;
        for (String line : group) {
            margin = Math.max(margin, line.length());
        }
        if (margin < MIN_MARGIN || margin > MAX_MARGIN) {
            return false;
        }
        for (int i = 0; i + 1 < group.size(); i++) {
            String next = group.get(i + 1);
            int space = next.indexOf(' ');
            int word = space < 0 ? next.length() : space;
            if (group.get(i).length() + 1 + word <= margin) {
                return false;
            }
        }
        return true;
    }
}
