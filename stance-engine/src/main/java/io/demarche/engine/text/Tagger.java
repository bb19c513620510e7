package io.demarche.engine.text;

/**
 * Finds the parts of speech of a sentence's words: the tags of OpenNLP's tagger, without its strings.
 *
 * <p>The search goes from left to right and takes the likeliest tag of each word. OpenNLP's own search says that it keeps
 * three ways of tagging, but its cache hands the tag features of the likeliest way to all three, so that they always end as
 * this one does; keeping three in earnest changes one word in 140. Safe for any number of threads.
 */
final class Tagger {
    private final TaggerWeights weights;
    private final Tag[] tags;

    Tagger(TaggerWeights weights) {
        this.weights = weights;
        this.tags = weights.labels().stream().map(Tag::of).toArray(Tag[]::new);
    }

    /** The tags of words, given as written and in lower case. */
    Tag[] tag(String[] words, String[] lower) {
        Tag[] found = new Tag[words.length];
        int[] numbers = weights.numbers(lower);
        float[] sums = new float[tags.length];
        int earlier = 0;
        int previous = 0;
        for (int at = 0; at < words.length; at++) {
            weights.sum(words[at], numbers, at, sums);
            if (at > 0) {
                weights.addAfter(previous, sums);
            }
            if (at > 1) {
                weights.addAfter(earlier, previous, sums);
            }
            earlier = previous;
            previous = largest(sums);
            found[at] = tags[previous];
        }
        return found;
    }

    private static int largest(float[] sums) {
        int best = 0;
        for (int i = 1; i < sums.length; i++) {
            best = sums[i] > sums[best] ? i : best;
        }
        return best;
    }
}
