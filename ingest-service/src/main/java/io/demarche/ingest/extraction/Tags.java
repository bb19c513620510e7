package io.demarche.ingest.extraction;

import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Renames tags before a page is parsed that cost a parser time that is quadratic in how many there are: a page of 2 MB
 * can be made to take minutes. The HTML standard moves what does not belong into a table to the place before it, and
 * keeps a mark for each object that is never closed. An article's text needs neither; as plain boxes the cells of a
 * table are read in the same order.
 */
final class Tags {

    private static final String BOX = "div";
    private static final String ROW = "data-row";
    private static final String CELL = "data-cell";

    private static final Map<String, String> NEW_NAMES = Map.ofEntries(
            Map.entry("table", BOX),
            Map.entry("tbody", BOX),
            Map.entry("thead", BOX),
            Map.entry("tfoot", BOX),
            Map.entry("caption", "figcaption"),
            Map.entry("colgroup", BOX),
            Map.entry("col", "wbr"),
            Map.entry("tr", BOX + " " + ROW),
            Map.entry("td", BOX + " " + CELL),
            Map.entry("th", BOX + " " + CELL),
            Map.entry("marquee", BOX),
            Map.entry("object", "x-object"),
            Map.entry("applet", "x-object"));

    private static final int LONGEST = 8;

    private Tags() {}

    /**
     * Renames in one pass.
     *
     * @param html any page
     * @return the page without tables and objects, what were rows and cells with a mark
     */
    static String rename(String html) {
        StringBuilder out = null;
        int copied = 0;
        for (int at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
            boolean closes = at + 1 < html.length() && html.charAt(at + 1) == '/';
            int start = closes ? at + 2 : at + 1;
            int end = endOfName(html, start);
            String name = end < 0 ? null : newName(html.substring(start, end), closes);
            if (name != null) {
                out = out == null ? new StringBuilder(html.length() + 64) : out;
                out.append(html, copied, start).append(name);
                copied = end;
            }
        }
        return out == null ? html : out.append(html, copied, html.length()).toString();
    }

    private static @Nullable String newName(String name, boolean closes) {
        String found = NEW_NAMES.get(name.toLowerCase(Locale.ROOT));
        int space = found == null || !closes ? -1 : found.indexOf(' ');
        return space < 0 ? found : found.substring(0, space);
    }

    /** Where a name ends that may be one of these; −1 for all others. */
    private static int endOfName(String html, int start) {
        if (start >= html.length() || "tcmoaTCMOA".indexOf(html.charAt(start)) < 0) {
            return -1;
        }
        int end = start;
        while (end < html.length() && end - start <= LONGEST && isNamePart(html.charAt(end))) {
            end++;
        }
        return end - start <= LONGEST ? end : -1;
    }

    private static boolean isNamePart(char c) {
        return c != '>' && c != '/' && !Characters.isSpace(c);
    }

    /** Whether an element was a row. */
    static boolean isRow(Element element) {
        return element.hasAttr(ROW);
    }

    /** Whether an element was a cell. */
    static boolean isCell(Element element) {
        return element.hasAttr(CELL);
    }
}
