package io.demarche.ingest.extraction;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;

/**
 * Takes the tables out of a page before it is parsed, and puts the rows of those that hold data together afterwards. The HTML standard moves what does not belong into a table to the
 * place before it, which costs a parser time that is quadratic in what is moved: a page of 2 MB can be made to take
 * minutes. As plain boxes the cells are read in the same order.
 */
final class Tables {

    private static final String[] NAMES = {
        "table", "tbody", "thead", "tfoot", "tr", "td", "th", "caption", "colgroup", "col"
    };

    private static final String BOX = "div";

    /** The marks of what was a row or a cell. */
    private static final String ROW = "data-row";

    private static final String CELL = "data-cell";

    private Tables() {}

    /**
     * Renames table tags in one pass.
     *
     * @param html any page
     * @return the page with every table tag as a {@code div}, those of rows and cells with a mark
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
                out.append(html, copied, start).append(BOX).append(mark(html, start, end));
                copied = end;
            }
            at = html.indexOf('<', at + 1);
        }
        return out == null ? html : out.append(html, copied, html.length()).toString();
    }

    private static String mark(String html, int start, int end) {
        if (end - start != 2 || html.charAt(start - 1) == '/') {
            return "";
        }
        char second = html.charAt(start + 1);
        return second == 'r' || second == 'R' ? " " + ROW : " " + CELL;
    }

    /** Whether an element was a row. */
    static boolean isRow(Element element) {
        return element.hasAttr(ROW);
    }

    /** Whether an element was a cell. */
    static boolean isCell(Element element) {
        return element.hasAttr(CELL);
    }

    /**
     * Makes one block of each row of data: two or more cells, each of one piece and without
     * prose, which only a page's layout puts there.
     *
     * @param blocks blocks in document order
     * @return blocks in document order
     */
    static List<Block> join(List<Block> blocks) {
        List<Block> joined = new ArrayList<>(blocks.size());
        Box layout = null;
        int i = 0;
        while (i < blocks.size()) {
            Box row = blocks.get(i).box.row;
            // A row that was looked at is not looked at again for each of its cells.
            int end = row == null || row == layout ? i : endOfRow(blocks, i);
            if (end > i + 1) {
                joined.add(Block.row(blocks.subList(i, end)));
                i = end;
            } else {
                layout = row;
                joined.add(blocks.get(i++));
            }
        }
        return joined;
    }

    /** Where the row of data that begins with a block ends; the block's own index when it begins none. */
    private static int endOfRow(List<Block> blocks, int start) {
        Box row = blocks.get(start).box.row;
        Box cell = null;
        int end = start;
        while (end < blocks.size() && blocks.get(end).box.row == row) {
            Block block = blocks.get(end);
            if (block.box.cell == null || block.box.cell == cell || block.isProse()) {
                return start;
            }
            cell = block.box.cell;
            end++;
        }
        return end;
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
