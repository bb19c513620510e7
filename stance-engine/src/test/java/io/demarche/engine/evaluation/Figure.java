package io.demarche.engine.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * One measured figure, in percent, where more is better.
 *
 * @param name what was measured
 * @param n how many items
 * @param low lower end of its 95 % interval
 * @param high its upper end
 * @param value the figure
 */
record Figure(String name, int n, double low, double high, double value) {
    private static final int RESAMPLES = 400;

    /** A figure of sums over items; its interval comes from drawing items again and again. */
    static Figure of(String name, int n, List<int[]> counts, ToDoubleFunction<int[]> figure) {
        Random random = new Random(7);
        double[] values = new double[RESAMPLES];
        for (int i = 0; i < RESAMPLES; i++) {
            List<int[]> drawn = new ArrayList<>(counts.size());
            for (int j = 0; j < counts.size(); j++) {
                drawn.add(counts.get(random.nextInt(counts.size())));
            }
            values[i] = figure.applyAsDouble(sum(drawn));
        }
        Arrays.sort(values);
        double value = figure.applyAsDouble(sum(counts));
        double low = values[RESAMPLES / 40];
        // Where all are right, drawing again can't vary; then the exact bound of a share stands.
        double high = values[RESAMPLES - 1 - RESAMPLES / 40];
        return new Figure(name, n, low < value ? low : value * Math.pow(0.025, 1.0 / Math.max(1, n)), high, value);
    }

    /** The mean of the labels' F1; a label that is never found counts as 0. */
    static <T> Figure macroF1(String name, List<T> gold, List<T> found, List<T> labels) {
        return macroF1(
                name,
                gold,
                found,
                labels,
                IntStream.range(0, gold.size()).boxed().toList());
    }

    /** The same, of items that belong together in groups: whole groups are drawn for the interval. */
    static <T> Figure macroF1(String name, List<T> gold, List<T> found, List<T> labels, List<?> groups) {
        Map<Object, int[]> counts = new LinkedHashMap<>();
        for (int i = 0; i < gold.size(); i++) {
            int[] count = counts.computeIfAbsent(groups.get(i), group -> new int[2 * labels.size()]);
            for (int label = 0; label < labels.size(); label++) {
                boolean wanted = Objects.equals(gold.get(i), labels.get(label));
                boolean had = Objects.equals(found.get(i), labels.get(label));
                count[2 * label] += wanted && had ? 1 : 0;
                count[2 * label + 1] += wanted != had ? 1 : 0;
            }
        }
        return of(name, gold.size(), List.copyOf(counts.values()), sums -> {
            double total = 0;
            for (int label = 0; label < labels.size(); label++) {
                total += 200.0 * sums[2 * label] / Math.max(1, 2 * sums[2 * label] + sums[2 * label + 1]);
            }
            return total / labels.size();
        });
    }

    /** Hits of tries. */
    static Figure share(String name, List<Boolean> hits) {
        List<int[]> counts = new ArrayList<>();
        hits.forEach(hit -> counts.add(new int[] {hit ? 1 : 0, 1}));
        return of(name, hits.size(), counts, sums -> 100.0 * sums[0] / Math.max(1, sums[1]));
    }

    private static int[] sum(List<int[]> counts) {
        int[] sums = new int[counts.isEmpty() ? 2 : counts.get(0).length];
        for (int[] count : counts) {
            for (int i = 0; i < sums.length; i++) {
                sums[i] += count[i];
            }
        }
        return sums;
    }
}
