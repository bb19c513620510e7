package io.demarche.ingest.extraction;

/** The little about sentences that telling prose from furniture needs. */
final class Sentences {

    private static final String ENDS = ".!?…。！？؟।";
    private static final String CLOSERS = "\"'”’»)]›」』";

    private Sentences() {}

    /** Whether a line ends as a sentence does, closing quotes and brackets aside. */
    static boolean ends(String line) {
        int i = line.length() - 1;
        while (i >= 0 && (CLOSERS.indexOf(line.charAt(i)) >= 0 || Characters.isSpace(line.charAt(i)))) {
            i--;
        }
        return i >= 0 && ENDS.indexOf(line.charAt(i)) >= 0;
    }
}
