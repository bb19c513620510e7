package io.demarche.ingest.extraction;

/** Tells whether a text ends where readers would have to pay. */
final class Wall {

    /** An article of this many characters is whole, whatever is sold below it. */
    private static final int WHOLE = 4_000;

    private final DebrisRules rules;
    private int length;
    private boolean last;

    Wall(DebrisRules rules) {
        this.rules = rules;
    }

    /** Passes a paragraph of the article. */
    void kept(String paragraph) {
        length += paragraph.length();
        last = false;
    }

    /** Passes a piece that is no part of it. */
    void dropped(String piece) {
        last = last || length < WHOLE && rules.sellsTheRest(piece);
    }

    /** Whether the last paragraph was followed by an offer of the rest. */
    boolean stands() {
        return last;
    }
}
