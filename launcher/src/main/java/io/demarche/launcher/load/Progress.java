package io.demarche.launcher.load;

import java.io.PrintStream;
import java.time.Duration;

/** Shows how far the files are read: a bar on a terminal, a line now and then elsewhere. */
final class Progress {

    private static final int BAR = 24;
    private static final long BAR_NANOS = Duration.ofMillis(100).toNanos();
    private static final long LINE_NANOS = Duration.ofSeconds(10).toNanos();

    private final PrintStream out;
    private final boolean terminal;
    private final long all;
    private final Tally tally;
    private long read;
    private long shown = System.nanoTime();

    /**
     * Of files.
     *
     * @param all their bytes together
     * @param terminal whether what is printed can be printed over
     */
    Progress(PrintStream out, boolean terminal, long all, Tally tally) {
        this.out = out;
        this.terminal = terminal;
        this.all = all;
        this.tally = tally;
    }

    synchronized void read(long bytes) {
        read += bytes;
        if (System.nanoTime() - shown > (terminal ? BAR_NANOS : LINE_NANOS)) {
            show();
        }
    }

    /** Says something between. */
    synchronized void say(String words) {
        out.println((terminal ? "\r\033[K" : "") + "  " + words);
    }

    synchronized void end() {
        if (terminal) {
            show();
            out.println();
        }
    }

    private void show() {
        shown = System.nanoTime();
        int percent = all == 0 ? 100 : (int) Math.min(100, 100 * read / all);
        if (terminal) {
            int filled = BAR * percent / 100;
            out.print("\r\033[K  [" + "█".repeat(filled) + "░".repeat(BAR - filled) + "] " + percent + "%  " + tally);
        } else {
            out.println("  " + percent + "% read: " + tally);
        }
        out.flush();
    }
}
