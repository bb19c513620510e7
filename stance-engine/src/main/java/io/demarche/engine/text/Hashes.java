package io.demarche.engine.text;

/** 64-bit hashes of stretches of text (FNV-1a over UTF-16 units), so that looking a stretch up makes no string of it. */
final class Hashes {
    static final long START = 0xCBF29CE484222325L;
    private static final long PRIME = 0x100000001B3L;

    private Hashes() {}

    /** The hash of what was hashed and one more unit. */
    static long with(long hash, char unit) {
        return (hash ^ unit) * PRIME;
    }

    /** The hash of a stretch, from left to right. */
    static long forward(CharSequence text, int from, int to) {
        long hash = START;
        for (int at = from; at < to; at++) {
            hash = with(hash, text.charAt(at));
        }
        return hash;
    }

    /** The hash of a stretch, from right to left: of a word's endings each is then one step from the shorter one. */
    static long backward(CharSequence text, int from, int to) {
        long hash = START;
        for (int at = to - 1; at >= from; at--) {
            hash = with(hash, text.charAt(at));
        }
        return hash;
    }
}
