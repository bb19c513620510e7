package io.demarche.ingest.duplicate;

/** When two texts are copies of one. */
final class CopyRules {

    /** The part of all their shingles that copies share, at least. */
    static final double SHARED = 0.8;
    /** The part of the shorter one's shingles that stand in the longer, when it was cut out of it. */
    static final double CONTAINED = 0.9;
    /** How much of the longer one a cut leaves, at least: less is a quotation. */
    static final double LEFT = 0.6;

    private CopyRules() {}

    /**
     * Whether one is a light edit of the other, or a cut.
     *
     * @param one shingles in ascending order
     * @param other the same
     */
    static boolean areCopies(long[] one, long[] other) {
        int both = Shingles.common(one, other);
        int all = one.length + other.length - both;
        if (all == 0) {
            return false;
        }
        int shorter = Math.min(one.length, other.length);
        int longer = Math.max(one.length, other.length);
        return both >= SHARED * all || shorter >= LEFT * longer && both >= CONTAINED * shorter;
    }
}
