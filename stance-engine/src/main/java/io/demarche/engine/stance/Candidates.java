package io.demarche.engine.stance;

import io.demarche.engine.Act;
import io.demarche.engine.Manner;
import io.demarche.engine.Polarity;
import io.demarche.engine.clause.Arguments;
import io.demarche.engine.clause.Predicate;
import io.demarche.engine.cue.Cue;
import io.demarche.engine.cue.Frame;
import io.demarche.engine.mention.Reference;
import io.demarche.engine.text.Sentence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Links the cues of one sentence to their holders and targets. */
final class Candidates {
    private static final double INDIRECT = 0.85;
    private static final double INFERRED = 0.6;
    private static final double STRONG = 0.5;
    /** Below this a cue says next to nothing on its own. */
    private static final double WEAK = 0.35;

    private final Sentence sentence;
    private final Arguments arguments;
    private final Topics topics;
    private final CueGrammar grammar;
    private final Targets targets;
    private final List<Cue> cues;
    private final boolean[] taken;
    private final List<Candidate> found = new ArrayList<>();
    /** Frames that govern a predicate from outside, by the predicate's index. */
    private final Map<Integer, Frame> outer = new HashMap<>();
    /** Predicates that somebody demands, by index. */
    private final Set<Integer> demands = new HashSet<>();

    private Candidates(CueGrammar grammar, Topics topics, List<Cue> cues) {
        this.grammar = grammar;
        this.sentence = grammar.sentence();
        this.arguments = grammar.arguments();
        this.topics = topics;
        this.cues = new ArrayList<>(cues);
        // The longest first: "express concern" before "concern"; what links takes its words.
        this.cues.sort(Comparator.comparingInt((Cue cue) -> -cue.words())
                .thenComparingInt(cue -> cue.to() - cue.from())
                .thenComparingInt(Cue::from)
                .thenComparing(Cue::kind));
        this.taken = new boolean[sentence.size()];
        this.targets = new Targets(grammar, this.cues, predicate -> demands.contains(predicate.index()));
    }

    static List<Candidate> of(CueGrammar grammar, Topics topics, List<Cue> cues) {
        Candidates candidates = new Candidates(grammar, topics, cues);
        for (Cue cue : candidates.cues) {
            candidates.govern(cue);
        }
        for (Cue cue : candidates.cues) {
            candidates.link(cue);
        }
        return candidates.found;
    }

    /** Lets a cue that takes a clause turn the cue inside that clause: "refused to support". */
    private void govern(Cue cue) {
        for (Frame frame : cue.frames()) {
            Predicate inner = targets.governed(cue, frame);
            if (inner != null) {
                outer.putIfAbsent(inner.index(), frame);
            }
            Predicate demanded =
                    frame.manner().contains(Manner.DEMAND) && frame.targets().contains("that")
                            ? grammar.claimed(cue)
                            : null;
            if (demanded != null && targets.polarCueAt(demanded) != null) {
                demands.add(demanded.index());
            }
        }
    }

    private void link(Cue cue) {
        for (int at = cue.from(); at < cue.to(); at++) {
            if (taken[at]) {
                return;
            }
        }
        if (insideName(cue)) {
            return;
        }
        if (tryLink(cue)) {
            java.util.Arrays.fill(taken, cue.from(), cue.to(), true);
        }
    }

    private boolean insideName(Cue cue) {
        for (Reference reference : arguments.references()) {
            if (!reference.issue()
                    && reference.kind() != Reference.Kind.PRONOUN
                    && cue.from() >= reference.from()
                    && cue.from() < reference.to()) {
                return true;
            }
        }
        return false;
    }

    private boolean tryLink(Cue cue) {
        boolean linked = false;
        Frame fallback = null;
        for (Frame frame : cue.frames()) {
            if (frame.strength() < WEAK && frame.manner().isEmpty() && !topics.given()) {
                continue;
            }
            List<Targets.Link> links = targets.of(cue, frame);
            if (!links.isEmpty()) {
                linked |= emit(cue, frame, links);
            } else if (targets.governed(cue, frame) != null) {
                linked = true;
            } else if (fallback == null || frame.strength() > fallback.strength()) {
                fallback = frame;
            }
        }
        if (!linked && fallback != null && mayInfer(cue, fallback)) {
            List<Reference> holders = targets.holders().of(cue, fallback);
            for (Reference holder : holders) {
                Reference aroused = grammar.arousedBy(cue);
                Reference target = aroused != null
                        ? aroused
                        : grammar.relativeGap(cue)
                                ? topics.before(holder)
                                : topics.inferred(
                                        cue,
                                        holder,
                                        cue.kind() != Cue.Kind.VERB || fallback.polarity() == Polarity.MIXED);
                if (target != null) {
                    return emit(cue, fallback, List.of(new Targets.Link(target, INFERRED)));
                }
            }
        }
        return linked;
    }

    private boolean emit(Cue cue, Frame frame, List<Targets.Link> links) {
        boolean any = false;
        Predicate predicate = grammar.predicate(cue);
        Frame governing = predicate == null ? null : outer.get(predicate.index());
        boolean reversed = governing != null
                && governing.polarity() == Polarity.OPPOSE
                && !governing.manner().contains(Manner.WARNING);
        boolean bySpeaker = predicate != null
                && governing == null
                && (demands.contains(predicate.index())
                        || "must".equals(predicate.modal())
                        || "should".equals(predicate.modal()));
        boolean demanded = bySpeaker
                || governing != null && governing.manner().contains(Manner.DEMAND)
                || predicate != null && predicate.objectControl();
        boolean agentless = frame.holder() == Frame.Holder.SUBJECT
                && predicate != null
                && predicate.passive()
                && cue.kind() == Cue.Kind.VERB
                && arguments.agent(predicate).isEmpty();
        List<@Nullable Reference> holders = new ArrayList<>(targets.holders().of(cue, frame));
        CueGrammar.Regard regard = frame.holder() == Frame.Holder.SOURCE ? grammar.regard(cue) : null;
        if (regard != null) {
            holders.addAll(regard.holders());
        } else if (frame.holder() == Frame.Holder.SOURCE && holders.isEmpty() || agentless) {
            holders.clear();
            holders.add(null);
        }
        for (Reference holder : holders) {
            for (Targets.Link link : links) {
                if (holder != null && overlap(holder, link.target())) {
                    continue;
                }
                Candidate candidate = new Candidate(
                        holder, link.target(), cue, frame, reversed, governing, link.certainty(), demanded, bySpeaker);
                found.add(candidate);
                addWhatFollows(candidate);
                any = true;
            }
        }
        return any;
    }

    /** What else a candidate says: who keeps in touch is for relations, who imposes sanctions is for sanctions. */
    private void addWhatFollows(Candidate candidate) {
        Reference target = candidate.target();
        Frame frame = candidate.frame();
        Reference holder = candidate.holder();
        Reference partner = holder == null || frame.polarity() != Polarity.SUPPORT || !keepsInTouch(target)
                ? null
                : topics.partner(holder, target);
        if (partner != null) {
            Reference relation =
                    new Reference(Reference.Kind.RELATION, target.from(), target.to(), partner.ids(), false, 0.8);
            found.add(candidate.toward(relation, frame, candidate.certainty() * INDIRECT));
        }
        Reference measure = frame.act() == Act.SANCTION ? within(candidate.cue()) : null;
        if (measure != null) {
            found.add(candidate.toward(measure, frame.turned(), candidate.certainty()));
        }
    }

    private @Nullable Reference within(Cue cue) {
        return arguments.references().stream()
                .filter(reference -> reference.kind() == Reference.Kind.ISSUE
                        && reference.from() > cue.from()
                        && reference.to() <= cue.to())
                .findFirst()
                .orElse(null);
    }

    /** Whether an issue is talking to somebody: who is for that is for relations with whoever it is. */
    private boolean keepsInTouch(Reference target) {
        for (int at = target.from(); target.kind() == Reference.Kind.ISSUE && at < target.to(); at++) {
            if (grammar.markers().at("contact", sentence, at) > 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean overlap(Reference one, Reference other) {
        return one.from() < other.to() && other.from() < one.to();
    }

    private boolean mayInfer(Cue cue, Frame frame) {
        if (frame.strength() < STRONG
                && frame.polarity() != Polarity.MIXED
                && !frame.manner().contains(Manner.SILENT)) {
            return false;
        }
        if (frame.holder() == Frame.Holder.SOURCE || frame.holder() == Frame.Holder.OBJECT) {
            return false;
        }
        if (cue.kind() != Cue.Kind.VERB) {
            boolean attitude = frame.act() == null
                    || frame.act() == Act.SUPPORT
                    || frame.act() == Act.ACCUSE
                    || frame.act() == Act.REJECT;
            return attitude
                    && targets.holders().ownerBefore(cue.from()) == null
                    && frame.targets().stream().anyMatch(place -> !CueGrammar.CLAUSAL.contains(place));
        }
        boolean attitude = frame.manner().contains(Manner.SILENT)
                || frame.polarity() == Polarity.MIXED
                || grammar.relativeGap(cue);
        return attitude || frame.targets().contains("obj") && frame.strength() > STRONG && topics.vague(cue.to());
    }
}
