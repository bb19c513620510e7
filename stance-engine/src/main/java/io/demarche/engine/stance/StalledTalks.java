package io.demarche.engine.stance;

import io.demarche.engine.Manner;
import io.demarche.engine.Polarity;
import io.demarche.engine.clause.Arguments;
import io.demarche.engine.cue.Cue;
import io.demarche.engine.cue.Frame;
import io.demarche.engine.data.Words;
import io.demarche.engine.mention.Reference;
import io.demarche.engine.text.Sentence;
import io.demarche.engine.text.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** "There are no talks between Moscow and Washington on arms control": both sides stand still on an issue. */
final class StalledTalks {
    private static final Frame FRAME =
            new Frame(Frame.Holder.SUBJECT, Set.of("on"), Polarity.NEUTRAL, 0.4, null, Set.of(Manner.STALLED));

    private StalledTalks() {}

    static List<Candidate> of(Sentence sentence, Arguments arguments, Words nouns, Words markers) {
        List<Candidate> found = new ArrayList<>();
        for (int at = 0; at < sentence.size(); at++) {
            int negation = markers.at("negative-determiner", sentence, at);
            if (negation == 0) {
                continue;
            }
            int talks = at + negation;
            while (talks < sentence.size() && sentence.tagAt(talks, Tag.ADJ, Tag.ADV)) {
                talks++;
            }
            if (nouns.at("talks", sentence, talks) == 0) {
                continue;
            }
            Cue cue = new Cue(Cue.Kind.NOUN, at, talks + 1, 2, List.of(FRAME));
            List<Reference> sides = sides(sentence, arguments, talks + 1);
            Reference target = target(arguments, talks);
            if (target != null) {
                for (Reference side : sides) {
                    found.add(new Candidate(side, target, cue, FRAME, false, null, 0.9, false, false));
                }
            }
        }
        return found;
    }

    private static List<Reference> sides(Sentence sentence, Arguments arguments, int from) {
        for (int at = from; at < Math.min(sentence.size(), from + 6); at++) {
            if (sentence.isAt(at, "between", "among")) {
                int end = at + 1;
                while (end < sentence.size() && !sentence.tagAt(end, Tag.ADP, Tag.VERB, Tag.AUX)) {
                    end++;
                }
                return arguments.within(at + 1, end).stream()
                        .filter(Reference::actor)
                        .toList();
            }
        }
        return List.of();
    }

    private static @org.jspecify.annotations.Nullable Reference target(Arguments arguments, int talks) {
        Reference itself = null;
        for (Reference reference : arguments.references()) {
            if (reference.issue()
                    && reference.from() > talks
                    && !reference.ids().isEmpty()) {
                return reference;
            }
            if (reference.issue() && reference.from() <= talks && reference.to() > talks) {
                itself = reference;
            }
        }
        return itself;
    }
}
