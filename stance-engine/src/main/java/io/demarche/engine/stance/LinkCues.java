package io.demarche.engine.stance;

import io.demarche.engine.clause.Arguments;
import io.demarche.engine.clause.Predicate;
import io.demarche.engine.cue.Cue;
import io.demarche.engine.mention.Reference;
import io.demarche.engine.text.Sentence;
import io.demarche.engine.text.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Picks the words to show for a stance that the classifier alone reads: the verb that links holder and target. */
final class LinkCues {
    private final Sentence sentence;
    private final Arguments arguments;

    LinkCues(Sentence sentence, Arguments arguments) {
        this.sentence = sentence;
        this.arguments = arguments;
    }

    /** The linking words; the target itself when there is no verb. */
    Cue between(@Nullable Reference holder, Reference target) {
        int from = holder == null ? 0 : Math.min(holder.to(), target.to());
        int to = holder == null ? sentence.size() : Math.max(holder.from(), target.from());
        Predicate best = null;
        for (Predicate predicate : arguments.predicates()) {
            if (predicate.head() >= from && predicate.head() < to && (best == null || plain(best))) {
                best = predicate;
            }
        }
        if (best == null) {
            best = arguments.over(target.from());
        }
        if (best != null) {
            return cue(Cue.Kind.VERB, best.head(), best.head() + 1);
        }
        for (int at = from; at < to; at++) {
            if (sentence.tagAt(at, Tag.VERB, Tag.NOUN, Tag.ADJ)) {
                return cue(Cue.Kind.PHRASE, at, at + 1);
            }
        }
        return cue(Cue.Kind.PHRASE, target.from(), target.to());
    }

    /** "Is", "said": links, but says nothing. */
    private boolean plain(Predicate predicate) {
        return sentence.tagAt(predicate.head(), Tag.AUX)
                || sentence.isAt(predicate.head(), "said", "says", "say", "told", "has", "had", "have");
    }

    private static Cue cue(Cue.Kind kind, int from, int to) {
        return new Cue(kind, from, to, 1, List.of());
    }
}
