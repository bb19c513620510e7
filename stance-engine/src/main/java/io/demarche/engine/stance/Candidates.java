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
import io.demarche.engine.text.Tag;
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
    /** Places of a target that are clauses or parts of one; all others are prepositions. */
    private static final Set<String> CLAUSAL = Set.of("obj", "subj", "that", "inf", "ing");

    private static final double INDIRECT = 0.85;
    private static final double INFERRED = 0.6;
    private static final double STRONG = 0.5;
    /** Below this a cue says next to nothing on its own. */
    private static final double WEAK = 0.35;

    private static final String[] REGARDING = {
        "view",
        "views",
        "viewed",
        "viewing",
        "see",
        "sees",
        "saw",
        "seen",
        "seeing",
        "regard",
        "regards",
        "regarded",
        "consider",
        "considers",
        "considered",
        "describe",
        "describes",
        "described",
        "describing",
        "call",
        "calls",
        "called",
        "calling",
        "label",
        "labels",
        "labelled",
        "labeled",
        "deem",
        "deems",
        "deemed",
        "treat",
        "treats",
        "treated",
        "brand",
        "brands",
        "branded",
        "characterise",
        "characterised",
        "characterize",
        "characterized",
        "denounce",
        "denounced",
        "hail",
        "hailed",
        "dub",
        "dubbed"
    };

    private final Sentence sentence;
    private final Arguments arguments;
    private final Topics topics;
    private final List<Cue> cues;
    private final boolean[] taken;
    private final List<Candidate> found = new ArrayList<>();
    /** Frames that govern a predicate from outside, by the predicate's index. */
    private final Map<Integer, Frame> outer = new HashMap<>();
    /** Predicates that somebody demands, by index. */
    private final Set<Integer> demands = new HashSet<>();

    private Candidates(Sentence sentence, Arguments arguments, Topics topics, List<Cue> cues) {
        this.sentence = sentence;
        this.arguments = arguments;
        this.topics = topics;
        this.cues = new ArrayList<>(cues);
        // The longest first: "express concern" before "concern"; what links takes its words.
        this.cues.sort(Comparator.comparingInt((Cue cue) -> -cue.words())
                .thenComparingInt(cue -> cue.to() - cue.from())
                .thenComparingInt(Cue::from)
                .thenComparing(Cue::kind));
        this.taken = new boolean[sentence.size()];
    }

    static List<Candidate> of(Sentence sentence, Arguments arguments, Topics topics, List<Cue> cues) {
        Candidates candidates = new Candidates(sentence, arguments, topics, cues);
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
            Predicate inner = complement(cue, frame);
            if (inner != null && polarCueAt(inner) != null) {
                outer.putIfAbsent(inner.index(), frame);
            }
            Predicate demanded =
                    frame.manner().contains(Manner.DEMAND) && frame.targets().contains("that") ? claimed(cue) : null;
            if (demanded != null && polarCueAt(demanded) != null) {
                demands.add(demanded.index());
            }
        }
    }

    /** The predicate of the clause that a cue of saying takes, unless that clause is about an issue from the start. */
    private @Nullable Predicate claimed(Cue cue) {
        int that = thatAfter(cue);
        for (Predicate predicate : arguments.predicates()) {
            boolean own = predicate.form() == Predicate.Form.FINITE
                    && predicate.hasSubject()
                    && predicate.subjectFrom() == that + 1;
            if (that >= 0 && own) {
                boolean issue = arguments.within(predicate.subjectFrom(), predicate.subjectTo()).stream()
                        .anyMatch(Reference::issue);
                return issue ? null : predicate;
            }
        }
        return null;
    }

    private int thatAfter(Cue cue) {
        for (int at = cue.to(); at < Math.min(sentence.size(), cue.to() + 4) && !sentence.tagAt(at, Tag.PUNCT); at++) {
            if (sentence.isAt(at, "that")) {
                return at;
            }
        }
        return -1;
    }

    private @Nullable Cue polarCueAt(Predicate predicate) {
        for (Cue cue : cues) {
            if (cue.kind() == Cue.Kind.VERB && cue.from() == predicate.head() && linkable(cue)) {
                return cue;
            }
        }
        return null;
    }

    /** Whether a cue takes a side and finds a target of its own. */
    private boolean linkable(Cue cue) {
        for (Frame frame : cue.frames()) {
            boolean polar = frame.polarity() == Polarity.SUPPORT || frame.polarity() == Polarity.OPPOSE;
            if (polar && !targets(cue, frame).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** The infinitive or the gerund that a frame takes as its target, or null. */
    private @Nullable Predicate complement(Cue cue, Frame frame) {
        boolean takes = frame.targets().contains("inf")
                || frame.targets().contains("ing")
                || frame.targets().stream().anyMatch(place -> !CLAUSAL.contains(place));
        if (!takes) {
            return null;
        }
        for (Predicate predicate : arguments.predicates()) {
            if (predicate.from() < cue.to() || predicate.form() == Predicate.Form.FINITE) {
                continue;
            }
            if (predicate.from() - cue.to() > 5) {
                return null;
            }
            boolean infinitive = predicate.form() == Predicate.Form.INFINITIVE
                    && frame.targets().contains("inf");
            boolean gerund = predicate.form() == Predicate.Form.GERUND
                    && (frame.targets().contains("ing") && predicate.from() == cue.to()
                            || sentence.tagAt(predicate.from() - 1, Tag.ADP)
                                    && frame.targets()
                                            .contains(sentence.token(predicate.from() - 1)
                                                    .lower()));
            return infinitive || gerund ? predicate : null;
        }
        return null;
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
        return arguments.references().stream()
                .anyMatch(reference -> !reference.issue()
                        && reference.kind() != Reference.Kind.PRONOUN
                        && cue.from() >= reference.from()
                        && cue.from() < reference.to());
    }

    private boolean tryLink(Cue cue) {
        boolean linked = false;
        Frame fallback = null;
        for (Frame frame : cue.frames()) {
            if (frame.strength() < WEAK && frame.manner().isEmpty() && !topics.given()) {
                continue;
            }
            List<Link> targets = targets(cue, frame);
            boolean governs = targets.isEmpty()
                    && complement(cue, frame) != null
                    && polarCueAt(java.util.Objects.requireNonNull(complement(cue, frame))) != null;
            if (!targets.isEmpty()) {
                linked |= emit(cue, frame, targets);
            } else if (governs) {
                linked = true;
            } else if (fallback == null || frame.strength() > fallback.strength()) {
                fallback = frame;
            }
        }
        if (!linked && fallback != null && mayInfer(cue, fallback)) {
            List<Reference> holders = holders(cue, fallback);
            for (Reference holder : holders) {
                Reference target = relativeGap(cue)
                        ? topics.before(holder)
                        : topics.inferred(
                                cue, holder, cue.kind() != Cue.Kind.VERB || fallback.polarity() == Polarity.MIXED);
                if (target != null) {
                    return emit(cue, fallback, List.of(new Link(target, INFERRED)));
                }
            }
        }
        return linked;
    }

    /** A target and how sure its place is. */
    private record Link(Reference target, double certainty) {}

    private boolean emit(Cue cue, Frame frame, List<Link> targets) {
        boolean any = false;
        Predicate predicate = predicate(cue);
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
        List<@Nullable Reference> holders = new ArrayList<>(holders(cue, frame));
        Regard regard = frame.holder() == Frame.Holder.SOURCE ? regard(cue) : null;
        if (regard != null) {
            holders.addAll(regard.holders());
        } else if (frame.holder() == Frame.Holder.SOURCE || agentless) {
            holders.clear();
            holders.add(null);
        }
        for (Reference holder : holders) {
            for (Link link : targets) {
                if (holder != null && overlap(holder, link.target())) {
                    continue;
                }
                found.add(new Candidate(
                        holder, link.target(), cue, frame, reversed, governing, link.certainty(), demanded, bySpeaker));
                any = true;
                Reference partner =
                        holder == null || frame.polarity() != Polarity.SUPPORT || !keepsInTouch(link.target())
                                ? null
                                : topics.partner(holder, link.target());
                if (partner != null) {
                    Reference relation = new Reference(
                            Reference.Kind.RELATION,
                            link.target().from(),
                            link.target().to(),
                            partner.ids(),
                            false,
                            0.8);
                    found.add(new Candidate(
                            holder,
                            relation,
                            cue,
                            frame,
                            reversed,
                            governing,
                            link.certainty() * INDIRECT,
                            demanded,
                            bySpeaker));
                }
                Reference measure = frame.act() == Act.SANCTION ? within(cue) : null;
                if (measure != null) {
                    // Who imposes sanctions is for sanctions.
                    found.add(new Candidate(
                            holder,
                            measure,
                            cue,
                            frame.turned(),
                            reversed,
                            governing,
                            link.certainty(),
                            demanded,
                            bySpeaker));
                }
            }
        }
        return any;
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
            if (sentence.isAt(at, "dialogue", "contacts", "contact", "channels", "channel", "communication")) {
                return true;
            }
        }
        return false;
    }

    private static boolean overlap(Reference one, Reference other) {
        return one.from() < other.to() && other.from() < one.to();
    }

    private @Nullable Predicate predicate(Cue cue) {
        return cue.kind() == Cue.Kind.VERB ? arguments.at(cue.from()) : copula(cue);
    }

    /** "is", "remains" or "seems" before an adjective or a noun; null when the cue is not predicated of anything. */
    private @Nullable Predicate copula(Cue cue) {
        for (int at = cue.from() - 1; at >= Math.max(0, cue.from() - 6); at--) {
            Predicate predicate = arguments.at(at);
            if (predicate != null) {
                boolean copula = sentence.isAt(
                        predicate.head(),
                        "be",
                        "am",
                        "is",
                        "are",
                        "was",
                        "were",
                        "been",
                        "being",
                        "'s",
                        "'re",
                        "'m",
                        "remain",
                        "remains",
                        "remained",
                        "become",
                        "becomes",
                        "became",
                        "appear",
                        "appears",
                        "appeared",
                        "seem",
                        "seems",
                        "seemed",
                        "feel",
                        "feels",
                        "felt",
                        "stay",
                        "stays",
                        "stayed",
                        "stand",
                        "stands",
                        "stood",
                        "look",
                        "looks",
                        "looked",
                        "grow",
                        "grows",
                        "grew",
                        "sound",
                        "sounds",
                        "sounded",
                        "remaining",
                        "becoming",
                        "growing",
                        "prove",
                        "proved");
                return copula ? predicate : null;
            }
            if (!sentence.tagAt(at, Tag.ADV, Tag.ADJ, Tag.DET, Tag.PART, Tag.NOUN, Tag.NUM, Tag.CCONJ)) {
                return null;
            }
        }
        return null;
    }

    // ---- holders

    private List<Reference> holders(Cue cue, Frame frame) {
        return switch (frame.holder()) {
            case SUBJECT -> subject(cue);
            case OBJECT ->
                arguments.object(cue.to(), objectEnd(cue)).stream()
                        .filter(Reference::actor)
                        .toList();
            case POSSESSOR -> possessor(cue, frame);
            case SOURCE -> List.of();
        };
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
        Predicate copula = copula(cue);
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
        Cue verb = polarCueAt(over);
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
    private @Nullable Reference ownerBefore(int noun) {
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

    // ---- targets

    private int objectEnd(Cue cue) {
        Predicate predicate = cue.kind() == Cue.Kind.VERB ? arguments.at(cue.from()) : null;
        return Math.max(cue.to(), predicate == null ? clauseEnd(cue.to()) : predicate.end());
    }

    /** Where the clause that a token is in ends: at the next finite verb, or a strong mark. */
    private int clauseEnd(int from) {
        for (int at = from; at < sentence.size(); at++) {
            Predicate predicate = arguments.at(at);
            boolean finite = predicate != null && predicate.form() == Predicate.Form.FINITE && predicate.from() >= from;
            if (finite) {
                // The cue may stand in that verb's own subject: "Moscow's rejection of the truce surprised nobody".
                return predicate.hasSubject() && predicate.subjectFrom() > from ? predicate.subjectFrom() : at;
            }
            if (sentence.isAt(at, ";", ":", "—", "–", "”", "\"", "while", "but", "because", "although")
                    || sentence.isAt(at, ",") && sentence.isAt(at + 1, "and", "while", "but", "with")) {
                return at;
            }
        }
        return sentence.size();
    }

    private List<Link> targets(Cue cue, Frame frame) {
        List<Link> links = new ArrayList<>();
        Predicate predicate = cue.kind() == Cue.Kind.VERB ? arguments.at(cue.from()) : null;
        for (String place : List.of("obj", "subj", "that", "inf", "ing")) {
            if (frame.targets().contains(place) && links.isEmpty()) {
                links.addAll(links(clausal(place, cue, frame, predicate), place.equals("that") ? INDIRECT : 1));
            }
        }
        if (links.isEmpty()) {
            Set<String> prepositions = new java.util.HashSet<>(frame.targets());
            prepositions.removeAll(CLAUSAL);
            Predicate gerund = prepositions.isEmpty() ? null : complement(cue, frame);
            if (gerund != null && gerund.form() == Predicate.Form.GERUND) {
                return polarCueAt(gerund) == null ? links(insideClause(gerund), INDIRECT) : List.of();
            }
            if (!prepositions.isEmpty()) {
                links.addAll(links(arguments.after(prepositions, cue.to(), clauseEnd(cue.to())), 1));
            }
        }
        return links;
    }

    private List<Link> links(List<Reference> references, double certainty) {
        List<Link> links = new ArrayList<>();
        Reference issue =
                references.stream().filter(Reference::issue).findFirst().orElse(null);
        for (Reference reference : references) {
            boolean owner = reference.kind() == Reference.Kind.PRONOUN && reference.possessive();
            boolean furtherIssue =
                    issue != null && reference.issue() && reference != issue && prepositionBetween(issue, reference);
            if (owner || furtherIssue) {
                continue;
            }
            // In one noun phrase an issue says more than the actors that qualify it: "Ukraine's membership of NATO".
            boolean qualifies = issue != null
                    && !reference.issue()
                    && (reference.possessive()
                            || reference.kind() == Reference.Kind.MODIFIER
                            || reference.from() > issue.from());
            boolean known = !reference.ids().isEmpty() || reference.kind() == Reference.Kind.RELATION;
            if (!qualifies && known) {
                links.add(new Link(reference, certainty));
            } else if (qualifies
                    && reference.from() <= issue.from()
                    && !reference.ids().isEmpty()) {
                links.add(new Link(reference, certainty * INFERRED));
            }
        }
        return links;
    }

    /** Whether somebody is asked to do something: "wants Iran to stop". */
    private boolean asksObject(Predicate predicate) {
        return arguments.predicates().stream()
                .anyMatch(other -> other.objectControl() && other.governor() == predicate.index());
    }

    /** "Warned that they will restore sanctions": not against what they themselves will do. */
    private boolean threatensItself(Cue cue, Frame frame) {
        Predicate inner = frame.manner().contains(Manner.WARNING) ? claimed(cue) : null;
        if (inner == null || polarCueAt(inner) == null) {
            return false;
        }
        List<String> own = holders(cue, frame).stream()
                .flatMap(reference -> reference.ids().stream())
                .toList();
        return arguments.subject(inner).stream()
                .flatMap(reference -> reference.ids().stream())
                .anyMatch(own::contains);
    }

    private boolean prepositionBetween(Reference one, Reference next) {
        for (int at = one.to(); at < next.from(); at++) {
            if (sentence.tagAt(at, Tag.ADP, Tag.VERB)) {
                return true;
            }
        }
        return false;
    }

    private List<Reference> clausal(String place, Cue cue, Frame frame, @Nullable Predicate predicate) {
        return switch (place) {
            case "obj" ->
                predicate != null && frame.polarity() == Polarity.SUPPORT && asksObject(predicate)
                        ? List.of()
                        : predicate != null && predicate.passive()
                                ? arguments.within(predicate.subjectFrom(), predicate.subjectTo())
                                : object(cue);
            case "subj" -> {
                Regard regard = frame.holder() == Frame.Holder.SOURCE ? regard(cue) : null;
                Predicate over = predicate == null ? copula(cue) : predicate;
                yield regard != null ? regard.target() : over == null ? List.of() : judged(over);
            }
            case "that" -> threatensItself(cue, frame) ? List.of() : said(cue);
            default -> {
                Predicate inner = complement(cue, frame);
                yield inner == null || polarCueAt(inner) != null ? List.of() : insideClause(inner);
            }
        };
    }

    /** Who sees what as something: "Moscow views the plan as a threat". */
    private record Regard(List<Reference> holders, List<Reference> target) {}

    private @Nullable Regard regard(Cue cue) {
        Predicate over = arguments.over(cue.from());
        boolean regards = over != null && sentence.isAt(over.head(), REGARDING) && cue.from() - over.to() < 14;
        if (over == null || !regards) {
            return null;
        }
        int as = over.to();
        while (as < cue.from() && !sentence.isAt(as, "as")) {
            as++;
        }
        List<Reference> target = over.passive()
                ? arguments.within(over.subjectFrom(), over.subjectTo())
                : arguments.within(over.to(), as);
        List<Reference> holders = over.passive() ? arguments.agent(over) : arguments.subject(over);
        return target.isEmpty() || holders.isEmpty() ? null : new Regard(holders, target);
    }

    private List<Reference> judged(Predicate over) {
        List<Reference> subject = arguments.within(over.subjectFrom(), over.subjectTo());
        return subject.isEmpty() && over.governor() >= 0
                ? arguments.within(
                        arguments.predicates().get(over.governor()).subjectFrom(),
                        arguments.predicates().get(over.governor()).subjectTo())
                : subject;
    }

    private List<Reference> object(Cue cue) {
        List<Reference> inside = cue.words() > 1 ? arguments.within(cue.from() + 1, cue.to()) : List.of();
        return inside.isEmpty() ? arguments.object(cue.to(), Math.max(cue.to(), objectEnd(cue))) : inside;
    }

    /** What an infinitive or a gerund is about: its own verb when that is an issue ("to compromise"), else its objects. */
    private List<Reference> insideClause(Predicate inner) {
        List<Reference> itself = arguments.startingAt(inner.head());
        if (!itself.isEmpty()) {
            return itself;
        }
        List<Reference> object = arguments.object(inner.to(), inner.end());
        if (!object.isEmpty()) {
            return object;
        }
        return arguments.within(inner.to(), clauseEnd(inner.to())).stream()
                .limit(1)
                .toList();
    }

    /** The first thing that a that-clause is about. */
    private List<Reference> said(Cue cue) {
        int from = cue.to();
        boolean clause = thatAfter(cue) >= 0;
        Predicate inner = claimed(cue);
        if (inner != null && demands.contains(inner.index())) {
            return List.of();
        }
        for (Predicate predicate : arguments.predicates()) {
            clause |= predicate.form() == Predicate.Form.FINITE
                    && predicate.hasSubject()
                    && predicate.subjectFrom() == from;
        }
        if (!clause) {
            return List.of();
        }
        int end = from;
        while (end < sentence.size() && !sentence.isAt(end, ";", "”", "\"")) {
            end++;
        }
        List<Reference> inside = arguments.within(from, end);
        List<Reference> issues =
                inside.stream().filter(Reference::issue).limit(1).toList();
        return issues.isEmpty()
                ? inside.stream().filter(Reference::actor).limit(1).toList()
                : issues;
    }

    // ---- targets that the sentence does not spell out

    private boolean relativeGap(Cue cue) {
        Predicate predicate = cue.kind() == Cue.Kind.VERB ? arguments.at(cue.from()) : null;
        return predicate != null
                && "that".equals(predicate.marker())
                && predicate.hasSubject()
                && sentence.tagAt(predicate.subjectFrom() - 2, Tag.NOUN)
                && arguments.object(cue.to(), predicate.end()).isEmpty();
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
                    && ownerBefore(cue.from()) == null
                    && frame.targets().stream().anyMatch(place -> !CLAUSAL.contains(place));
        }
        boolean attitude =
                frame.manner().contains(Manner.SILENT) || frame.polarity() == Polarity.MIXED || relativeGap(cue);
        return attitude || frame.targets().contains("obj") && frame.strength() > STRONG && topics.vague(cue.to());
    }
}
