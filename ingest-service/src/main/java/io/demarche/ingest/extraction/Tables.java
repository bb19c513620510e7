package io.demarche.ingest.extraction;

/**
 * Takes the tables out of a page before it is parsed. The HTML standard moves what does not belong into a table to the
 * place before it, which costs a parser time that is quadratic in what is moved: a page of 2 MB can be made to take
 * minutes. An article's text needs no tables; as plain boxes their cells are read in the same order.
 */
final class Tables {

    private static final String[] NAMES = {
        "table", "tbody", "thead", "tfoot", "tr", "td", "th", "caption", "colgroup", "col"
    };

    private static final String BOX = "div";

    private Tables() {}

    /**
     * Renames table tags in one pass.
     *
     * @param html any page
     * @return the page with every table tag as a {@code div}
     */
    static String flatten(String html) {
        StringBuilder out = null;
        int copied = 0;
        int at = html.indexOf('<');
        while (at >= 0) {
            int start = at + 1;
            if (start < html.length() && html.charAt(start) == '/') {
                start++;
            }
            int end = start + nameLength(html, start);
            if (end > start) {
                out = out == null ? new StringBuilder(html.length() + 64) : out;
                out.append(html, copied, start).append(BOX);
                copied = end;
            }
            at = html.indexOf('<', at + 1);
        }
        return out == null ? html : out.append(html, copied, html.length()).toString();
    }

    private static int nameLength(String html, int start) {
        for (String name : NAMES) {
            int end = start + name.length();
            if (html.regionMatches(true, start, name, 0, name.length())
                    && (end == html.length() || !isNamePart(html.charAt(end)))) {
                return name.length();
            }
        }
        return 0;
    }

    private static boolean isNamePart(char c) {
        return c != '>' && c != '/' && !Characters.isSpace(c);
    }
}
