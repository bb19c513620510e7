package io.demarche.engine.stance;

import io.demarche.engine.classifier.PairClassifier;
import io.demarche.engine.classifier.PairClassifier.Pair;
import io.demarche.engine.classifier.Reading;
import io.demarche.engine.mention.Reference;
import io.demarche.engine.text.Sentence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Asks the classifier about the pairs of one sentence. */
final class Readings {
    private final PairClassifier classifier;
    private final Sentence sentence;
    private final String words;
    /** What was asked once is not read again: a pass costs more than all the rest of a sentence. */
    private final Map<Said, Reading> heard = new HashMap<>();

    Readings(PairClassifier classifier, Sentence sentence, String text) {
        this.classifier = classifier;
        this.sentence = sentence;
        this.words = text.substring(sentence.start(), sentence.end());
    }

    /** Two mentions of the sentence. */
    record Two(Reference first, Reference second) {}

    private record Said(String speaker, Reference target) {}

    /** Readings of pairs that stand in the sentence. */
    List<Reading> of(List<Two> pairs) {
        List<Pair> asked = new ArrayList<>(pairs.size());
        for (Two pair : pairs) {
            asked.add(new Pair(start(pair.first()), end(pair.first()), start(pair.second()), end(pair.second())));
        }
        return classifier.read(words, asked);
    }

    /** Readings of what somebody who is named elsewhere says of mentions of this sentence: as if it began with the name. */
    List<Reading> saidBy(String speaker, List<Reference> targets) {
        List<Reference> unheard = targets.stream()
                .filter(target -> !heard.containsKey(new Said(speaker, target)))
                .toList();
        String opening = speaker + ": ";
        List<Pair> asked = new ArrayList<>(unheard.size());
        for (Reference target : unheard) {
            int shift = opening.length();
            asked.add(new Pair(0, speaker.length(), shift + start(target), shift + end(target)));
        }
        List<Reading> read = classifier.read(opening + words, asked);
        for (int i = 0; i < unheard.size(); i++) {
            heard.put(new Said(speaker, unheard.get(i)), read.get(i));
        }
        return targets.stream()
                .map(target -> Objects.requireNonNull(heard.get(new Said(speaker, target))))
                .toList();
    }

    /** The sentence as a whole. */
    Reading whole() {
        return classifier.read(words, List.of(Pair.WHOLE)).get(0);
    }

    private int start(Reference reference) {
        return sentence.token(reference.from()).start() - sentence.start();
    }

    private int end(Reference reference) {
        return sentence.token(reference.to() - 1).end() - sentence.start();
    }
}
