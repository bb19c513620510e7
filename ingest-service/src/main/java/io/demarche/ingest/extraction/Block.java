package io.demarche.ingest.extraction;

/** A run of text of a page that no block-level border interrupts. */
final class Block {

    /** What sort of element holds a block. */
    enum Kind {
        PARAGRAPH,
        HEADING,
        LIST_ITEM,
        OTHER
    }

    /** From this length on a run of words is taken for prose wherever it stands. */
    private static final int PROSE = 80;

    /** From this length on a paragraph element is taken for prose. */
    private static final int PROSE_IN_PARAGRAPH = 35;

    final Box box;
    final Kind kind;
    final String text;
    /** The share of the characters that is linked, 0 to 1. */
    final double linked;

    Block(Box box, Kind kind, String text, int linkedChars) {
        this.box = box;
        this.kind = kind;
        this.text = text;
        this.linked = text.isEmpty() ? 0 : Math.min(1.0, (double) linkedChars / text.length());
    }

    boolean isProse() {
        if (kind == Kind.HEADING || linked > 0.5) {
            return false;
        }
        return text.length() >= PROSE || kind == Kind.PARAGRAPH && text.length() >= PROSE_IN_PARAGRAPH;
    }

    /** How much this block speaks for (positive) or against (negative) the boxes that hold it, in characters. */
    double weight() {
        if (isProse()) {
            double weight = text.length() * (1 - linked);
            return kind == Kind.PARAGRAPH ? weight : weight * 0.7;
        }
        if (kind == Kind.HEADING) {
            return linked > 0.5 ? -40 : 0;
        }
        return linked > 0.5 ? -20 - text.length() * linked : -8;
    }
}
