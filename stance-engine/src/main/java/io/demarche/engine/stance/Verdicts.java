package io.demarche.engine.stance;

import io.demarche.engine.Act;
import io.demarche.engine.Manner;
import io.demarche.engine.Polarity;
import io.demarche.engine.classifier.Direction;
import io.demarche.engine.classifier.Reading;
import io.demarche.engine.cue.Cue;
import io.demarche.engine.mention.Discourse;
import io.demarche.engine.mention.Reference;
import io.demarche.engine.quote.Voice;
import io.demarche.engine.quote.Voices;
import io.demarche.engine.text.Sentence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Weighs what the cues of one sentence say against what the classifier reads, pair by pair. */
final class Verdicts {
    /** Mentions that pairs are made of: the first of a sentence. */
    private static final int MOST_MENTIONS = 12;
    /** Pairs of a sentence that the classifier reads: each costs a share of a pass. */
    private static final int MOST_PAIRS = 16;
    /** A cue that the classifier contradicts is dropped below this. */
    private static final double LEAST_CUE = 0.3;
    /** Without a cue, an issue is a target only above this: the classifier has learned from pairs of actors. */
    private static final double LEAST_ISSUE = 0.9;
    /** How many times likelier a cue makes its act, in log units. */
    private static final double CUE_ACT = 2;

    private final Sentence sentence;
    private final Discourse discourse;
    private final Voices.Heard heard;
    private final Manners manners;
    private final LinkCues links;
    private final Readings readings;
    private final Combination combination;
    private final boolean given;
    private final List<Verdict> found = new ArrayList<>();

    Verdicts(
            Sentence sentence,
            Discourse discourse,
            Voices.Heard heard,
            Manners manners,
            LinkCues links,
            Readings readings,
            Combination combination,
            boolean given) {
        this.sentence = sentence;
        this.discourse = discourse;
        this.heard = heard;
        this.manners = manners;
        this.links = links;
        this.readings = readings;
        this.combination = combination;
        this.given = given;
    }

    /** One side of a pair: a mention of the sentence, or whoever speaks (null) from outside it. */
    private record Ends(@Nullable Reference holder, Reference target) {}

    List<Verdict> of(List<Reference> references, List<Judgement> judgements) {
        Map<Ends, List<Judgement>> said = new LinkedHashMap<>();
        List<Judgement> alone = new ArrayList<>();
        for (Judgement judgement : judgements) {
            Ends ends = judgement.polar() ? ends(judgement, references) : null;
            if (ends == null) {
                alone.add(judgement);
            } else {
                said.computeIfAbsent(ends, key -> new ArrayList<>()).add(judgement);
            }
        }
        alone.forEach(this::alone);
        inSentence(references, said);
        fromOutside(references, said);
        return found;
    }

    /** What has no place in the sentence for the classifier to look at, or takes no side. */
    private void alone(Judgement judgement) {
        if (!judgement.polar()) {
            found.add(new Verdict(judgement, judgement.weight(), Double.NaN, judgement.act(), false));
            return;
        }
        Direction direction = direction(true, judgement);
        double[] cues = new double[5];
        cues[direction.ordinal()] = judgement.weight();
        double share = combination
                .shares(Reading.NONE, cues, new boolean[] {true, true, false, true, false})[direction.ordinal()];
        found.add(new Verdict(judgement, share, Double.NaN, judgement.act(), false));
    }

    private @Nullable Ends ends(Judgement judgement, List<Reference> references) {
        Reference target = in(references, judgement.candidate().target());
        if (target == null) {
            return null;
        }
        Reference holder = judgement.candidate().holder();
        boolean speaks = holder == null
                || holder.kind() == Reference.Kind.SPEAKER
                || judgement.candidate().bySpeaker();
        Voice voice = heard.speakers()[judgement.candidate().cue().from()];
        if (!speaks || voice == null && holder != null && holder.kind() != Reference.Kind.SPEAKER) {
            Reference named = holder == null ? null : in(references, holder);
            return named == null ? null : new Ends(named, target);
        }
        return voice == null ? null : new Ends(in(references, voice), target);
    }

    private static @Nullable Reference in(List<Reference> references, Reference wanted) {
        for (Reference reference : references) {
            if (reference.from() == wanted.from() && reference.to() == wanted.to()) {
                return reference;
            }
        }
        return null;
    }

    private @Nullable Reference in(List<Reference> references, Voice voice) {
        for (Reference reference : references) {
            if (sentence.token(reference.from()).start() == voice.start()
                    && sentence.token(reference.to() - 1).end() == voice.end()) {
                return reference;
            }
        }
        return null;
    }

    private void inSentence(List<Reference> references, Map<Ends, List<Judgement>> said) {
        List<Reference> sides =
                references.stream().filter(this::mayBeSide).limit(MOST_MENTIONS).toList();
        List<Readings.Two> pairs = new ArrayList<>();
        for (Readings.Two pair : pairs(sides, said)) {
            pairs.add(pair);
            if (given) {
                // Exactly these are asked for: both orders are looked at.
                pairs.add(new Readings.Two(pair.second(), pair.first()));
            }
        }
        List<Reading> read = readings.of(pairs);
        for (int i = 0; i < pairs.size(); i += given ? 2 : 1) {
            Readings.Two pair = pairs.get(i);
            Reading there = read.get(i);
            Reading back = given ? read.get(i + 1) : null;
            decide(
                    pair.first(),
                    pair.second(),
                    back == null ? there : there.averaged(back),
                    back,
                    said.remove(new Ends(pair.first(), pair.second())),
                    said.remove(new Ends(pair.second(), pair.first())));
        }
        // What no pair was made for: the mention that a cue links lies too far on.
        List<Ends> left =
                said.keySet().stream().filter(ends -> ends.holder() != null).toList();
        left.forEach(ends -> said.getOrDefault(ends, List.of()).forEach(this::alone));
        left.forEach(said::remove);
    }

    /** The pairs to look at, each in the order of the text: those that cues link first, then the nearest. */
    private List<Readings.Two> pairs(List<Reference> sides, Map<Ends, List<Judgement>> said) {
        List<Readings.Two> pairs = new ArrayList<>();
        for (int i = 0; i < sides.size(); i++) {
            for (int j = i + 1; j < sides.size(); j++) {
                Reference first = sides.get(i);
                Reference second = sides.get(j);
                if ((holds(first) || holds(second)) && first.to() <= second.from() && !sameSide(first, second)) {
                    pairs.add(new Readings.Two(first, second));
                }
            }
        }
        if (given || pairs.size() <= MOST_PAIRS) {
            return pairs;
        }
        pairs.sort(Comparator.comparing((Readings.Two pair) -> !linked(pair, said))
                .thenComparingInt(pair -> pair.second().from() - pair.first().to()));
        return pairs.subList(0, MOST_PAIRS);
    }

    private static boolean linked(Readings.Two pair, Map<Ends, List<Judgement>> said) {
        return said.containsKey(new Ends(pair.first(), pair.second()))
                || said.containsKey(new Ends(pair.second(), pair.first()));
    }

    /** What is said by somebody who is named in another sentence, or outside the text. */
    private void fromOutside(List<Reference> references, Map<Ends, List<Judgement>> said) {
        Map<Voice, List<Reference>> targets = new LinkedHashMap<>();
        for (Reference reference : references) {
            Voice voice = heard.speakers()[reference.from()];
            boolean outside = voice != null && in(references, voice) == null;
            if (outside && mayBeSide(reference) && !discourse.sameSide(voice.id(), first(reference))) {
                targets.computeIfAbsent(voice, key -> new ArrayList<>()).add(reference);
            }
        }
        targets.forEach((voice, spoken) -> {
            List<Reference> first = spoken.size() > MOST_MENTIONS ? spoken.subList(0, MOST_MENTIONS) : spoken;
            List<Reading> read = readings.saidBy(discourse.name(voice.id()), first);
            for (int i = 0; i < first.size(); i++) {
                decide(null, first.get(i), read.get(i), null, said.remove(new Ends(null, first.get(i))), null);
            }
        });
        said.values().forEach(rest -> rest.forEach(this::alone));
    }

    private void decide(
            @Nullable Reference first,
            Reference second,
            Reading reading,
            @Nullable Reading back,
            @Nullable List<Judgement> forward,
            @Nullable List<Judgement> backward) {
        double[] cues = new double[5];
        note(cues, true, forward);
        note(cues, false, backward);
        boolean secondHolds = first != null && holds(second);
        boolean firstHolds = first == null || holds(first);
        double[] shares = combination.shares(
                reading, cues, new boolean[] {true, firstHolds, secondHolds, firstHolds, secondHolds});
        Direction direction = combination.decide(shares);
        boolean issue = second.issue() || first != null && first.issue();
        double share = shares[direction.ordinal()];
        if (direction != Direction.NONE && cues[direction.ordinal()] == 0 && issue && share < LEAST_ISSUE) {
            direction = Direction.NONE;
        }
        keep(true, forward, direction, shares, reading);
        keep(false, backward, direction, shares, back);
        if (direction != Direction.NONE && cues[direction.ordinal()] == 0) {
            learned(first, second, direction, shares, reading, back);
        }
        if (direction == Direction.NONE && given && first != null) {
            neutral(first, second, shares, reading, back, forward, backward);
        }
    }

    private static void note(double[] cues, boolean forward, @Nullable List<Judgement> judgements) {
        for (Judgement judgement : judgements == null ? List.<Judgement>of() : judgements) {
            int k = direction(forward, judgement).ordinal();
            cues[k] = Math.max(cues[k], judgement.weight());
        }
    }

    private void keep(
            boolean forward,
            @Nullable List<Judgement> judgements,
            Direction decided,
            double[] shares,
            @Nullable Reading reading) {
        if (judgements == null) {
            return;
        }
        // Words for and against the same in one sentence are a dual message: neither is a misreading of the other.
        boolean dual = judgements.stream().map(Judgement::polarity).distinct().count() > 1;
        for (Judgement judgement : judgements) {
            Direction direction = direction(forward, judgement);
            double share = Math.max(shares[direction.ordinal()], dual ? LEAST_CUE : 0);
            if (direction == decided || share >= LEAST_CUE && !given) {
                found.add(new Verdict(judgement, share, lean(shares, forward), act(judgement.act(), reading), false));
            }
        }
    }

    private void learned(
            @Nullable Reference first,
            Reference second,
            Direction direction,
            double[] shares,
            Reading reading,
            @Nullable Reading back) {
        boolean forward = direction.firstHolds();
        Reference holder = forward ? first : second;
        Reference target = forward || first == null ? second : first;
        Polarity polarity = direction.supports() ? Polarity.SUPPORT : Polarity.OPPOSE;
        Act act = act(null, forward ? reading : back);
        Judgement judgement = judgement(holder, target, polarity, Math.abs(lean(shares, forward)), act);
        if (judgement != null) {
            found.add(new Verdict(judgement, shares[direction.ordinal()], lean(shares, forward), act, true));
        }
    }

    /** Two spans that were asked for and take no side may still deal with each other: "met", "talked to". */
    private void neutral(
            Reference first,
            Reference second,
            double[] shares,
            Reading there,
            @Nullable Reading back,
            @Nullable List<Judgement> forward,
            @Nullable List<Judgement> backward) {
        Act one = act(cueAct(forward), there);
        Act other = act(cueAct(backward), back);
        boolean turned = one == null || other != null && back != null && back.of(other) > there.of(one);
        Act act = turned ? other : one;
        if (act == null) {
            return;
        }
        Judgement judgement = judgement(turned ? second : first, turned ? first : second, Polarity.NEUTRAL, 0, act);
        if (judgement != null) {
            found.add(new Verdict(judgement, shares[0], Double.NaN, act, true));
        }
    }

    private static @Nullable Act cueAct(@Nullable List<Judgement> judgements) {
        for (Judgement judgement : judgements == null ? List.<Judgement>of() : judgements) {
            if (judgement.act() != null) {
                return judgement.act();
            }
        }
        return null;
    }

    /** The cue's act or the classifier's. */
    static @Nullable Act act(@Nullable Act cue, @Nullable Reading reading) {
        Act read = reading == null ? null : reading.act();
        if (cue == null || read == null || reading == null) {
            return cue == null ? read : cue;
        }
        return reading.of(read) > reading.of(cue) + CUE_ACT ? read : cue;
    }

    private @Nullable Judgement judgement(
            @Nullable Reference holder, Reference target, Polarity polarity, double strength, @Nullable Act act) {
        Cue cue = links.between(holder, target);
        if (manners.hypothetical(cue)) {
            return null;
        }
        Set<Manner> manner = EnumSet.noneOf(Manner.class);
        manner.addAll(manners.of(cue));
        Manners.Stretch condition = manners.condition(cue);
        if (condition != null) {
            manner.add(Manner.CONDITIONAL);
        }
        Candidate candidate = Candidate.read(holder, target, cue, polarity, strength, act);
        return new Judgement(candidate, polarity, strength, manner, act, condition);
    }

    private static double lean(double[] shares, boolean forward) {
        return shares[Direction.of(forward, true).ordinal()]
                - shares[Direction.of(forward, false).ordinal()];
    }

    private static Direction direction(boolean forward, Judgement judgement) {
        return Direction.of(forward, judgement.polarity() == Polarity.SUPPORT);
    }

    private boolean mayBeSide(Reference reference) {
        return !reference.ids().isEmpty()
                && reference.kind() != Reference.Kind.SHELL
                && reference.kind() != Reference.Kind.SPEAKER;
    }

    private static boolean holds(Reference reference) {
        return reference.kind() == Reference.Kind.ACTOR
                || reference.kind() == Reference.Kind.PRONOUN
                || reference.kind() == Reference.Kind.GIVEN;
    }

    private boolean sameSide(Reference one, Reference other) {
        return one.kind() != Reference.Kind.GIVEN && discourse.sameSide(first(one), first(other));
    }

    private static String first(Reference reference) {
        return reference.ids().get(0);
    }
}
