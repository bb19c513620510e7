package io.demarche.launcher.load;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** What became of everything. Safe to use from several threads. */
final class Tally {

    private static final int NAMED = 10;

    private final TreeMap<Long, String> named = new TreeMap<>();
    private long stored;
    private long known;
    private long refused;

    synchronized void stored() {
        stored++;
    }

    synchronized void known() {
        known++;
    }

    /** Counts a refusal; the answers need not come in the order in which things were found. */
    synchronized void refused(long order, String place, String why) {
        refused++;
        named.put(order, place + ": " + why);
        if (named.size() > NAMED) {
            named.pollLastEntry();
        }
    }

    synchronized boolean anyRefused() {
        return refused > 0;
    }

    /** Articles whose fate is known. */
    synchronized long all() {
        return stored + known + refused;
    }

    @Override
    public synchronized String toString() {
        return String.format("%,d stored, %,d known already, %,d refused", stored, known, refused);
    }

    /** The first that were refused, each with its place and the reason. */
    synchronized List<String> refusals() {
        List<String> lines = new ArrayList<>(named.values());
        if (refused > named.size()) {
            lines.add(String.format("… and %,d more", refused - named.size()));
        }
        return lines;
    }
}
