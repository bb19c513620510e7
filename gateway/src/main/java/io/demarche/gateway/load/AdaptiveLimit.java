package io.demarche.gateway.load;

import java.util.HashMap;
import java.util.Map;

/**
 * How many requests may be under way at once, found out from how long they take: as long as the median of each operation
 * stays below a multiple of what is usual, one more is tried; beyond, the limit falls in proportion. Under lasting load a
 * short trial with one request at a time tells now and then what is usual.
 */
final class AdaptiveLimit {

    private static final int ENOUGH = 10;
    private static final int OPERATIONS = 64;
    private static final int ENOUGH_FOR_A_TRIAL = 8;
    private static final int WINDOWS_BEFORE_THE_FIRST_TRIAL = 4;
    private static final int WINDOWS_BETWEEN_TRIALS = 40;
    private static final int LONGEST_TRIAL_WINDOWS = 20;
    private static final double STEEPEST = 0.7;
    private static final double REFUSED_BEHIND = 0.9;

    private final LimitBounds bounds;
    private final double tolerance;
    private final long windowNanos;
    private final Map<String, Usual> operations = new HashMap<>();

    private double limit;
    private int underWay;
    private int peak;
    private int samples;
    private boolean full;
    private boolean refusedBehind;
    private long windowBegan;
    private long trialBegan;
    private boolean trial;
    private boolean alone;
    private int windowsToTrial = WINDOWS_BEFORE_THE_FIRST_TRIAL;

    /**
     * A limit.
     *
     * @param tolerance how many times its usual time an operation may take, more than 1
     * @param windowNanos the shortest time between two changes
     */
    AdaptiveLimit(LimitBounds bounds, double tolerance, long windowNanos, long now) {
        this.bounds = bounds;
        this.tolerance = tolerance;
        this.windowNanos = windowNanos;
        this.windowBegan = now;
        this.limit = bounds.first();
    }

    /** Lets one in, if there is room. */
    synchronized boolean enter() {
        if (underWay >= (trial ? 1 : (int) limit)) {
            full = true;
            return false;
        }
        underWay++;
        peak = Math.max(peak, underWay);
        return true;
    }

    /** One is done whose time says nothing, such as one that was answered from memory. */
    synchronized void leave() {
        underWay--;
    }

    /** One is done that the service behind could not take. */
    synchronized void leaveRefused() {
        underWay--;
        refusedBehind = true;
    }

    /** One is done. */
    synchronized void leave(String operation, long began, long now) {
        underWay--;
        if (trial && !alone && underWay == 0) {
            alone = true;
            trialBegan = now;
        }
        if (!trial || (alone && began >= trialBegan)) {
            Usual usual = operations.get(operation);
            if (usual == null) {
                usual = operations.computeIfAbsent(
                        operations.size() < OPERATIONS ? operation : "", name -> new Usual());
            }
            usual.took(now - began);
            samples++;
        }
        if (now - windowBegan >= windowNanos && (samples >= ENOUGH || trial)) {
            endWindow(now);
        }
    }

    private void endWindow(long now) {
        if (trial && samples < ENOUGH_FOR_A_TRIAL && now - windowBegan < LONGEST_TRIAL_WINDOWS * windowNanos) {
            return;
        }
        double strain = strain();
        boolean oneByOne = trial || (!full && peak <= 1);
        operations.values().forEach(usual -> usual.learn(oneByOne));
        if (trial) {
            trial = false;
        } else {
            adjust(strain);
            if (!full) {
                // Whatever was learned before the next rush may no longer hold.
                windowsToTrial = Math.min(windowsToTrial, WINDOWS_BEFORE_THE_FIRST_TRIAL);
            } else if (--windowsToTrial <= 0) {
                windowsToTrial = WINDOWS_BETWEEN_TRIALS;
                trial = true;
                alone = false;
            }
        }
        windowBegan = now;
        samples = 0;
        peak = underWay;
        full = false;
        refusedBehind = false;
    }

    /** The mean over operations, each weighing what it did. */
    private double strain() {
        double sum = 0;
        int count = 0;
        double atLeast = bounds.unnoticed().toNanos() / tolerance;
        for (Usual usual : operations.values()) {
            sum += usual.count() * usual.strain(atLeast);
            count += usual.count();
        }
        return count == 0 ? 1 : sum / count;
    }

    private void adjust(double strain) {
        if (refusedBehind) {
            limit *= REFUSED_BEHIND;
        } else if (full && strain > tolerance) {
            limit *= Math.max(STEEPEST, tolerance / strain);
        } else if (full || limit < bounds.first()) {
            // What is not used is not known to be bearable, but the first ones are when nobody had to be turned away.
            limit += 1;
        }
        limit = bounds.within(limit);
    }

    synchronized int limit() {
        return (int) limit;
    }

    synchronized int underWay() {
        return underWay;
    }
}
