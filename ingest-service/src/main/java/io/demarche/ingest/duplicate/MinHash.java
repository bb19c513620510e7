package io.demarche.ingest.duplicate;

/**
 * Sixteen numbers of a text, of which texts that share most of their shingles share at least one: the smallest values of
 * 80 hash functions, five and five as one (Broder 1997; Indyk and Motwani 1998). Two texts that share a part s of their
 * shingles share a number with probability 1 − (1 − s⁵)¹⁶: 0.998 at 0.8, 0.94 at 0.7, 0.40 at 0.5, 0.005 at 0.2.
 */
final class MinHash {

    static final int BANDS = 16;
    private static final int ROWS = 5;
    /** A text with fewer is not like another but by chance. */
    private static final int LEAST = 8;

    private static final long[] SEEDS = seeds();

    private MinHash() {}

    private static long[] seeds() {
        long[] seeds = new long[BANDS * ROWS];
        for (int i = 0; i < seeds.length; i++) {
            // Part of what is stored: never to change.
            seeds[i] = Shingles.mix(0x9e3779b97f4a7c15L * (i + 1));
        }
        return seeds;
    }

    /** The numbers; none for a text that is too short. */
    static long[] bands(long[] shingles) {
        if (shingles.length < LEAST) {
            return new long[0];
        }
        long[] bands = new long[BANDS];
        for (int band = 0; band < BANDS; band++) {
            long hash = band;
            for (int row = 0; row < ROWS; row++) {
                hash = Shingles.mix(hash ^ smallest(shingles, SEEDS[band * ROWS + row]));
            }
            bands[band] = hash;
        }
        return bands;
    }

    private static long smallest(long[] shingles, long seed) {
        long least = Long.MAX_VALUE;
        for (long shingle : shingles) {
            least = Math.min(least, Shingles.mix(shingle ^ seed));
        }
        return least;
    }
}
