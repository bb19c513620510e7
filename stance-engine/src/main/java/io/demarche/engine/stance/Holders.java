package io.demarche.engine.stance;

import io.demarche.engine.clause.Arguments;
import io.demarche.engine.clause.Predicate;
import io.demarche.engine.cue.Cue;
import io.demarche.engine.cue.Frame;
import io.demarche.engine.mention.Reference;
import io.demarche.engine.text.Sentence;
import io.demarche.engine.text.Tag;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds who holds what a cue says. */
final class Holders {
    private static final double STRONG = 0.5;

    private final CueGrammar grammar;
    private final Sentence sentence;
    private final Arguments arguments;
    private final Function<Predicate, @Nullable Cue> verbs;

    /**
     * @param verbs the cue that a predicate's verb is, if it takes a side and finds a target
     */
    Holders(CueGrammar grammar, Function<Predicate, @Nullable Cue> verbs) {
        this.grammar = grammar;
        this.sentence = grammar.sentence();
        this.arguments = grammar.arguments();
        this.verbs = verbs;
    }

    /** Who holds what a frame of a cue says; empty when nobody stands there. */
    List<Reference> of(Cue cue, Frame frame) {
        return switch (frame.holder()) {
            case SUBJECT -> subject(cue);
            case OBJECT ->
                arguments.object(cue.to(), grammar.objectEnd(cue)).stream()
                        .filter(Reference::actor)
                        .toList();
            case POSSESSOR -> possessor(cue, frame);
            case SOURCE -> judge(cue);
        };
    }

    /** "Unacceptable to Moscow". */
    private List<Reference> judge(Cue cue) {
        return sentence.isAt(cue.to(), "to", "for")
                ? arguments.holders(cue.to() + 1, arguments.nounPhraseEnd(cue.to() + 1, sentence.size()))
                : List.of();
    }

    private List<Reference> subject(Cue cue) {
        if (cue.kind() == Cue.Kind.VERB) {
            Predicate predicate = arguments.at(cue.from());
            if (predicate == null) {
                return List.of();
            }
            if (predicate.objectControl() && predicate.governor() >= 0) {
                // "Urged Kyiv to accept the plan": it is the one who urges who is for the plan.
                return arguments.subject(arguments.predicates().get(predicate.governor()));
            }
            return predicate.passive() ? arguments.agent(predicate) : arguments.subject(predicate);
        }
        Predicate copula = grammar.copula(cue);
        if (copula != null) {
            return arguments.subject(copula);
        }
        int end = cue.from();
        while (end > 0 && (sentence.tagAt(end - 1, Tag.ADV) || sentence.isAt(end - 1, ","))) {
            end--;
        }
        if (end == 0) {
            Predicate first = arguments.predicates().stream()
                    .filter(predicate -> predicate.form() == Predicate.Form.FINITE && predicate.hasSubject())
                    .findFirst()
                    .orElse(null);
            return first == null ? List.of() : arguments.subject(first);
        }
        int start = end;
        while (start > 0 && sentence.tagAt(start - 1, Tag.PROPN, Tag.NOUN, Tag.DET, Tag.PRON, Tag.ADJ, Tag.PART)) {
            start--;
        }
        return start < end ? arguments.holders(start, end) : List.of();
    }

    private List<Reference> possessor(Cue cue, Frame frame) {
        Reference before = ownerBefore(cue.from());
        if (before != null) {
            return List.of(before);
        }
        for (String link : List.of("by", "from", "of", "among", "between", "in")) {
            boolean near = sentence.isAt(cue.to(), link) || link.equals("by") && sentence.isAt(cue.to() + 1, link);
            if (near && !frame.targets().contains(link)) {
                int from = sentence.isAt(cue.to(), link) ? cue.to() + 1 : cue.to() + 2;
                List<Reference> owners = arguments.holders(from, arguments.nounPhraseEnd(from, sentence.size()));
                if (!owners.isEmpty()) {
                    return owners;
                }
            }
        }
        Predicate over = arguments.over(cue.from());
        if (over == null || over.passive() || hangsOnAnotherNoun(over, cue)) {
            return List.of();
        }
        Cue verb = verbs.apply(over);
        boolean light = verb == null
                || verb.frames().stream().allMatch(other -> other.strength() <= STRONG)
                || verb.frames().stream().noneMatch(other -> other.targets().contains("obj"));
        return light ? arguments.subject(over) : List.of();
    }

    /** "Sceptical of the proposal": the proposal is not the sceptic's. "Reacted with concern" is. */
    private boolean hangsOnAnotherNoun(Predicate over, Cue cue) {
        for (int at = over.to(); at < cue.from(); at++) {
            if (sentence.tagAt(at, Tag.ADP) && !sentence.isAt(at, "with", "in")) {
                return true;
            }
        }
        return false;
    }

    /** "Moscow's", "its" or "Russian" before a noun. */
    @Nullable
    Reference ownerBefore(int noun) {
        for (Reference reference : arguments.references()) {
            boolean owns = reference.possessive() && (reference.actor())
                    || reference.kind() == Reference.Kind.MODIFIER
                    || reference.kind() == Reference.Kind.GIVEN;
            int gap = noun - reference.to();
            if (!owns || gap < 0 || gap > 4) {
                continue;
            }
            boolean clear = true;
            for (int at = reference.to(); at < noun; at++) {
                clear &= sentence.tagAt(at, Tag.ADJ, Tag.NOUN, Tag.PART, Tag.ADV, Tag.PROPN);
            }
            if (clear) {
                return new Reference(
                        reference.kind() == Reference.Kind.MODIFIER ? Reference.Kind.ACTOR : reference.kind(),
                        reference.from(),
                        reference.to(),
                        reference.ids(),
                        true,
                        reference.sureness());
            }
        }
        return null;
    }
}
