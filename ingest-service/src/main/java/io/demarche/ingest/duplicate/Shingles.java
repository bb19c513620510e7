package io.demarche.ingest.duplicate;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.LongStream;

/**
 * The runs of three words of a text, as hashes in ascending order, each once. Case, spacing and punctuation don't count.
 */
final class Shingles {

    private static final int WORDS = 3;
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private Shingles() {}

    static long[] of(String text) {
        long[] words = words(text.toLowerCase(Locale.ROOT));
        long[] shingles = new long[Math.max(0, words.length - WORDS + 1)];
        for (int i = 0; i < shingles.length; i++) {
            long hash = FNV_OFFSET;
            for (int j = i; j < i + WORDS; j++) {
                hash = mix(hash ^ words[j]);
            }
            shingles[i] = hash;
        }
        return Arrays.stream(shingles).sorted().distinct().toArray();
    }

    private static long[] words(String text) {
        LongStream.Builder words = LongStream.builder();
        int at = 0;
        while (at < text.length()) {
            if (!Character.isLetterOrDigit(text.charAt(at))) {
                at++;
                continue;
            }
            long hash = FNV_OFFSET;
            while (at < text.length() && Character.isLetterOrDigit(text.charAt(at))) {
                hash = (hash ^ text.charAt(at)) * FNV_PRIME;
                at++;
            }
            words.add(hash);
        }
        return words.build().toArray();
    }

    /** The finaliser of SplitMix64: every bit of the input moves every bit of the output. */
    static long mix(long value) {
        long mixed = (value ^ value >>> 30) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
        return mixed ^ mixed >>> 31;
    }

    /** How many shingles both have. */
    static int common(long[] one, long[] other) {
        int i = 0;
        int j = 0;
        int both = 0;
        while (i < one.length && j < other.length) {
            if (one[i] == other[j]) {
                both++;
                i++;
                j++;
            } else if (one[i] < other[j]) {
                i++;
            } else {
                j++;
            }
        }
        return both;
    }
}
