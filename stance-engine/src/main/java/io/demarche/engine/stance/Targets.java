package io.demarche.engine.stance;

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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what a cue is about. */
final class Targets {
    private static final double INDIRECT = 0.85;
    private static final double QUALIFYING = 0.6;
    private static final List<String> CLAUSES = List.of("obj", "subj", "that", "inf", "ing");

    private final CueGrammar grammar;
    private final Sentence sentence;
    private final Arguments arguments;
    private final List<Cue> cues;
    private final Holders holders;
    private final java.util.function.Predicate<Predicate> demanded;
    /** By predicate: looked up again and again along chains of infinitives, so each answer is kept. */
    private final Map<Integer, Optional<Cue>> polar = new HashMap<>();

    /**
     * @param cues all cues of the sentence
     * @param demanded whether somebody demands what a predicate says
     */
    Targets(CueGrammar grammar, List<Cue> cues, java.util.function.Predicate<Predicate> demanded) {
        this.grammar = grammar;
        this.sentence = grammar.sentence();
        this.arguments = grammar.arguments();
        this.cues = cues;
        this.holders = new Holders(grammar, this::polarCueAt);
        this.demanded = demanded;
    }

    /** A target and how sure its place is. */
    record Link(Reference target, double certainty) {}

    Holders holders() {
        return holders;
    }

    /** The cue that a predicate's verb is, if it takes a side and finds a target of its own; else null. */
    @Nullable
    Cue polarCueAt(Predicate predicate) {
        Optional<Cue> known = polar.get(predicate.index());
        if (known == null) {
            // A predicate cannot be its own complement: while it is looked at, it counts as none.
            polar.put(predicate.index(), Optional.empty());
            known = Optional.ofNullable(firstLinkable(predicate.head()));
            polar.put(predicate.index(), known);
        }
        return known.orElse(null);
    }

    private @Nullable Cue firstLinkable(int at) {
        for (Cue cue : cues) {
            if (cue.kind() == Cue.Kind.VERB && cue.from() == at && linkable(cue)) {
                return cue;
            }
        }
        return null;
    }

    /** The predicate inside a frame's clause whose verb takes a side of its own, and so is turned by the cue; else null. */
    @Nullable
    Predicate governed(Cue cue, Frame frame) {
        Predicate inner = grammar.complement(cue, frame);
        return inner != null && polarCueAt(inner) != null ? inner : null;
    }

    /** Whether a cue takes a side and finds a target of its own. */
    private boolean linkable(Cue cue) {
        for (Frame frame : cue.frames()) {
            boolean polar = frame.polarity() == Polarity.SUPPORT || frame.polarity() == Polarity.OPPOSE;
            if (polar && !of(cue, frame).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** What a frame of a cue is about; empty when nothing stands there. */
    List<Link> of(Cue cue, Frame frame) {
        List<Link> links = new ArrayList<>();
        Predicate predicate = cue.kind() == Cue.Kind.VERB ? arguments.at(cue.from()) : null;
        for (String place : CLAUSES) {
            if (links.isEmpty() && frame.targets().contains(place)) {
                links.addAll(links(clausal(place, cue, frame, predicate), place.equals("that") ? INDIRECT : 1));
            }
        }
        if (links.isEmpty() && CueGrammar.prepositional(frame)) {
            Predicate gerund = grammar.complement(cue, frame);
            if (gerund != null && gerund.form() == Predicate.Form.GERUND) {
                return polarCueAt(gerund) == null ? links(insideClause(gerund), INDIRECT) : List.of();
            }
            Set<String> prepositions = new HashSet<>(frame.targets());
            prepositions.removeAll(CueGrammar.CLAUSAL);
            links.addAll(links(arguments.after(prepositions, cue.to(), grammar.clauseEnd(cue.to())), 1));
        }
        return links;
    }

    private List<Link> links(List<Reference> references, double certainty) {
        if (references.isEmpty()) {
            return List.of();
        }
        List<Link> links = new ArrayList<>();
        Reference issue = firstIssue(references);
        for (Reference reference : references) {
            boolean owner = reference.kind() == Reference.Kind.PRONOUN
                    && reference.possessive()
                    && reference.to() - reference.from() == 1;
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
                links.add(new Link(reference, certainty * QUALIFYING));
            }
        }
        return links;
    }

    private static @Nullable Reference firstIssue(List<Reference> references) {
        for (Reference reference : references) {
            if (reference.issue()) {
                return reference;
            }
        }
        return null;
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
                CueGrammar.Regard regard = frame.holder() == Frame.Holder.SOURCE ? grammar.regard(cue) : null;
                Predicate over = predicate == null ? grammar.copula(cue) : predicate;
                yield regard != null ? regard.target() : over == null ? List.of() : judged(over);
            }
            case "that" -> threatensItself(cue, frame) ? List.of() : said(cue);
            default -> {
                Predicate inner = grammar.complement(cue, frame);
                yield inner == null || polarCueAt(inner) != null ? List.of() : insideClause(inner);
            }
        };
    }

    /** Whether somebody is asked to do something: "wants Iran to stop". */
    private boolean asksObject(Predicate predicate) {
        for (Predicate other : arguments.predicates()) {
            if (other.objectControl() && other.governor() == predicate.index()) {
                return true;
            }
        }
        return false;
    }

    /** "Warned that they will restore sanctions": not against what they themselves will do. */
    private boolean threatensItself(Cue cue, Frame frame) {
        Predicate inner = frame.manner().contains(Manner.WARNING) ? grammar.claimed(cue) : null;
        if (inner == null || polarCueAt(inner) == null) {
            return false;
        }
        List<String> own = holders.of(cue, frame).stream()
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
        return inside.isEmpty() ? arguments.object(cue.to(), Math.max(cue.to(), grammar.objectEnd(cue))) : inside;
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
        return arguments.within(inner.to(), grammar.clauseEnd(inner.to())).stream()
                .limit(1)
                .toList();
    }

    /** The first thing that a that-clause is about. */
    private List<Reference> said(Cue cue) {
        int from = cue.to();
        boolean clause = grammar.thatAfter(cue) >= 0;
        Predicate inner = grammar.claimed(cue);
        if (inner != null && demanded.test(inner)) {
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
}
