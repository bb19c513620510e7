package io.demarche.ingest.batch;

import io.demarche.ingest.article.ArticleLine;
import java.util.Arrays;
import java.util.function.Consumer;

/** Cuts bytes into lines as they come. Keeps no more than one line, and of one that is too long nothing. */
final class LineSplitter {

    private static final int FIRST_ROOM = 8 * 1024;

    private final long longest;
    private final Consumer<ArticleLine> lines;
    private byte[] kept = new byte[FIRST_ROOM];
    private int length;
    private boolean tooLong;
    private int number = 1;

    /**
     * Begins at the first line.
     *
     * @param longest the most bytes of a line, without its end
     * @param lines takes each line that is not blank, without its end
     */
    LineSplitter(long longest, Consumer<ArticleLine> lines) {
        this.longest = longest;
        this.lines = lines;
    }

    /** Takes the next bytes. */
    void accept(byte[] bytes) {
        int from = 0;
        for (int at = 0; at < bytes.length; at++) {
            if (bytes[at] == '\n') {
                keep(bytes, from, at);
                endLine();
                from = at + 1;
            }
        }
        keep(bytes, from, bytes.length);
    }

    /** Takes what is left as the last line. Not to be called when the bytes broke off. */
    void finish() {
        endLine();
    }

    private void keep(byte[] bytes, int from, int to) {
        int more = to - from;
        if (tooLong || more > longest - length) {
            tooLong = true;
            length = 0;
            return;
        }
        if (kept.length - length < more) {
            kept = Arrays.copyOf(kept, Math.max(length + more, 2 * kept.length));
        }
        System.arraycopy(bytes, from, kept, length, more);
        length += more;
    }

    private void endLine() {
        if (tooLong) {
            lines.accept(new ArticleLine(number, null));
        } else if (!blank()) {
            lines.accept(new ArticleLine(number, Arrays.copyOf(kept, length)));
        }
        number++;
        length = 0;
        tooLong = false;
    }

    private boolean blank() {
        for (int i = 0; i < length; i++) {
            if (kept[i] != ' ' && kept[i] != '\t' && kept[i] != '\r') {
                return false;
            }
        }
        return true;
    }
}
