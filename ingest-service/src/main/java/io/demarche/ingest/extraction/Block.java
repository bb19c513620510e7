package io.demarche.ingest.extraction;

import java.util.List;

/** A run of text of a page that no block-level border interrupts, or a row of a table. */
final class Block {

    /** What sort of element holds a block. */
    enum Kind {
        PARAGRAPH,
        HEADING,
        LIST_ITEM,
        ROW,
        OTHER
    }

    /** From this length on a run of words is taken for prose wherever it stands. */
    private static final int PROSE = 80;

    /** From this length on a paragraph element is taken for prose. */
    private static final int PROSE_IN_PARAGRAPH = 35;

    private static final String CLOSERS = ",.;:!?)]}’”";

    final Box box;
    final Kind kind;
    final String text;
    /** Whether this goes on with the run that an element within it, just before this block, has interrupted. */
    final boolean resumed;

    private final int linkedChars;
    private final int siteLinkedChars;

    /**
     * A block.
     *
     * @param linkedChars how many characters are linked
     * @param siteLinkedChars how many of those lead to the page's own site
     */
    Block(Box box, Kind kind, String text, int linkedChars, int siteLinkedChars, boolean resumed) {
        this.box = box;
        this.kind = kind;
        this.text = text;
        this.linkedChars = linkedChars;
        this.siteLinkedChars = siteLinkedChars;
        this.resumed = resumed;
    }

    /** The cells of a row as one block. */
    static Block row(List<Block> cells) {
        Box box = cells.get(0).box;
        // What a cell's class says is about the cell.
        return joined(box.row == null ? box : box.row, Kind.ROW, cells);
    }

    /** A block and those that go on with it as one block. */
    static Block whole(List<Block> run) {
        return run.size() == 1 ? run.get(0) : joined(run.get(0).box, run.get(0).kind, run);
    }

    private static Block joined(Box box, Kind kind, List<Block> blocks) {
        StringBuilder text = new StringBuilder();
        int linked = 0;
        int siteLinked = 0;
        for (Block block : blocks) {
            // A closing bracket or a comma after what was taken out wants no space before it.
            boolean close = kind != Kind.ROW && CLOSERS.indexOf(block.text.charAt(0)) >= 0;
            text.append(text.isEmpty() || close ? "" : " ").append(block.text);
            linked += block.linkedChars;
            siteLinked += block.siteLinkedChars;
        }
        return new Block(box, kind, text.toString(), linked, siteLinked, blocks.get(0).resumed);
    }

    /** The share of the characters that is linked, 0 to 1. */
    double linked() {
        return share(linkedChars);
    }

    /** The share of the characters that is linked to the page's own site, 0 to 1; that of the whole list for its items. */
    double siteLinked() {
        return kind == Kind.LIST_ITEM && box.list != null ? box.list.listLinked() : share(siteLinkedChars);
    }

    /** Adds what this block says of its list. */
    void countInList() {
        if (box.list != null) {
            box.list.listChars += text.length();
            box.list.listLinkedChars += Math.min(text.length(), siteLinkedChars);
        }
    }

    private double share(int chars) {
        return text.isEmpty() ? 0 : Math.min(1.0, (double) chars / text.length());
    }

    boolean isProse() {
        if (kind == Kind.HEADING || kind == Kind.ROW || linked() > 0.5) {
            return false;
        }
        return text.length() >= PROSE || kind == Kind.PARAGRAPH && text.length() >= PROSE_IN_PARAGRAPH;
    }

    /** How much this block speaks for (positive) or against (negative) the boxes that hold it, in characters. */
    double weight() {
        if (isProse()) {
            double weight = text.length() * (1 - linked());
            return kind == Kind.PARAGRAPH ? weight : weight * 0.7;
        }
        if (kind == Kind.ROW) {
            return 0;
        }
        if (kind == Kind.HEADING) {
            return linked() > 0.5 ? -40 : 0;
        }
        return linked() > 0.5 ? -20 - text.length() * linked() : -8;
    }
}
