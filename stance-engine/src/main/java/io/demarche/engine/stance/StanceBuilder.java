package io.demarche.engine.stance;

import io.demarche.engine.Act;
import io.demarche.engine.Attribution;
import io.demarche.engine.AttributionKind;
import io.demarche.engine.Entity;
import io.demarche.engine.EntityKind;
import io.demarche.engine.Evidence;
import io.demarche.engine.Manner;
import io.demarche.engine.Polarity;
import io.demarche.engine.SentenceSpan;
import io.demarche.engine.Span;
import io.demarche.engine.Stance;
import io.demarche.engine.catalog.Node;
import io.demarche.engine.cue.Cue;
import io.demarche.engine.mention.Discourse;
import io.demarche.engine.mention.Reference;
import io.demarche.engine.quote.Voice;
import io.demarche.engine.quote.Voices;
import io.demarche.engine.text.Sentence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects what was found and makes stances of it: ids, offsets, score, confidence, who says so; each only once. */
final class StanceBuilder {
    /** Below this a link is a guess that would mislead more often than help. */
    private static final double LEAST_CONFIDENCE = 0.2;

    /** How much less sure an accusation is than the deed that it rests on. */
    private static final double ACCUSATION = 0.8;

    private final String text;
    private final Discourse discourse;
    private final CodePoints offsets;
    private final List<Stance> stances = new ArrayList<>();
    private final List<Stance> current = new ArrayList<>();

    StanceBuilder(String text, Discourse discourse, CodePoints offsets) {
        this.text = text;
        this.discourse = discourse;
        this.offsets = offsets;
    }

    List<Stance> stances() {
        return List.copyOf(stances);
    }

    void add(Sentence sentence, Verdict verdict, Voices.Heard heard) {
        Judgement judgement = verdict.judgement();
        Candidate candidate = judgement.candidate();
        int at = candidate.cue().from();
        Voice voice = heard.speakers()[at];
        double confidence = round(verdict.confidence());
        if (confidence < LEAST_CONFIDENCE) {
            return;
        }
        for (Entity holder : holders(sentence, candidate, voice)) {
            for (Entity target : targets(sentence, candidate.target(), holder)) {
                if (sameSide(holder, target)) {
                    continue;
                }
                accuse(sentence, candidate, voice, holder, target, judgement.polarity(), confidence, heard);
                put(new Stance(
                        holder,
                        target,
                        judgement.polarity(),
                        score(verdict),
                        confidence,
                        ordered(judgement.manner()),
                        verdict.act(),
                        attribution(holder, voice, heard.quoted()[at], heard.media()[at]),
                        evidence(sentence, candidate.cue(), judgement.condition())));
            }
        }
    }

    /** Who says that others act against him, or against what everybody should be for, accuses them. */
    private void accuse(
            Sentence sentence,
            Candidate candidate,
            @Nullable Voice voice,
            Entity holder,
            Entity target,
            Polarity polarity,
            double confidence,
            Voices.Heard heard) {
        if (voice == null || holder.kind() == EntityKind.MENTION) {
            return;
        }
        String side = discourse.catalog().root(voice.id());
        boolean own = side.equals(discourse.catalog().root(holder.id()));
        boolean atSpeaker = polarity == Polarity.OPPOSE
                && target.kind() == EntityKind.ACTOR
                && side.equals(discourse.catalog().root(target.id()));
        boolean atPeace = polarity == Polarity.OPPOSE && in(target, "peace", "peace-negotiations", "de-escalation");
        boolean atWar = polarity == Polarity.SUPPORT && in(target, "war", "escalation", "terrorism");
        if (own || !atSpeaker && !atPeace && !atWar) {
            return;
        }
        int at = candidate.cue().from();
        put(new Stance(
                entity(voice),
                holder,
                Polarity.OPPOSE,
                -0.6,
                round(confidence * ACCUSATION),
                Set.of(),
                Act.ACCUSE,
                new Attribution(AttributionKind.SELF, entity(voice), heard.quoted()[at], heard.media()[at]),
                evidence(sentence, candidate.cue(), null)));
    }

    private static boolean in(Entity target, String... ids) {
        for (String id : ids) {
            if (target.id().equals(id) || target.memberOf().contains(id)) {
                return true;
            }
        }
        return false;
    }

    /** Ends a sentence: a holder who is for and against one thing in it is hedging. */
    void endSentence() {
        for (Stance stance : current) {
            boolean contrast = current.stream()
                    .anyMatch(other -> other.holder()
                                    .id()
                                    .equals(stance.holder().id())
                            && other.target().id().equals(stance.target().id())
                            && opposed(other.polarity(), stance.polarity()));
            if (contrast && !stance.manner().contains(Manner.HEDGED)) {
                Set<Manner> manner = EnumSet.of(Manner.HEDGED);
                manner.addAll(stance.manner());
                stances.add(new Stance(
                        stance.holder(),
                        stance.target(),
                        stance.polarity(),
                        stance.score(),
                        stance.confidence(),
                        ordered(manner),
                        stance.act(),
                        stance.attribution(),
                        stance.evidence()));
            } else {
                stances.add(stance);
            }
        }
        current.clear();
    }

    private static boolean opposed(Polarity one, Polarity other) {
        return one == Polarity.SUPPORT && other == Polarity.OPPOSE
                || one == Polarity.OPPOSE && other == Polarity.SUPPORT;
    }

    private void put(Stance stance) {
        for (int i = 0; i < current.size(); i++) {
            Stance other = current.get(i);
            boolean same = other.holder().id().equals(stance.holder().id())
                    && other.target().id().equals(stance.target().id())
                    && other.polarity() == stance.polarity();
            if (same) {
                Stance better = stance.confidence() > other.confidence() ? stance : other;
                Set<Manner> manner = EnumSet.noneOf(Manner.class);
                manner.addAll(stance.manner());
                manner.addAll(other.manner());
                Evidence evidence = better.evidence().condition() != null
                                || stance.evidence().condition() == null
                        ? better.evidence()
                        : new Evidence(
                                better.evidence().sentence(),
                                better.evidence().cue(),
                                stance.evidence().condition());
                current.set(
                        i,
                        new Stance(
                                better.holder(),
                                better.target(),
                                better.polarity(),
                                better.score(),
                                better.confidence(),
                                ordered(manner),
                                better.act() != null ? better.act() : stance.act() != null ? stance.act() : other.act(),
                                better.attribution(),
                                evidence));
                return;
            }
        }
        current.add(stance);
    }

    private List<Entity> holders(Sentence sentence, Candidate candidate, @Nullable Voice voice) {
        Reference reference = candidate.holder();
        boolean speaks = reference == null || reference.kind() == Reference.Kind.SPEAKER;
        if (!speaks && candidate.bySpeaker() && voice != null) {
            // "Russia must withdraw", he said: it is the speaker who wants it.
            speaks = true;
        }
        if (speaks) {
            return voice == null ? List.of() : List.of(entity(voice));
        }
        return reference.ids().stream()
                .map(id -> entity(sentence, reference, id))
                .toList();
    }

    private Entity entity(Voice voice) {
        return entity(voice.id(), EntityKind.ACTOR, offsets.point(voice.start()), offsets.point(voice.end()));
    }

    private List<Entity> targets(Sentence sentence, Reference target, Entity holder) {
        if (target.kind() == Reference.Kind.RELATION) {
            String partner = target.ids().isEmpty()
                    ? discourse.otherActor(holder.id())
                    : target.ids().get(0);
            String other = target.ids().size() > 1 ? target.ids().get(1) : holder.id();
            if (partner == null
                    || discourse
                            .catalog()
                            .root(partner)
                            .equals(discourse.catalog().root(other))) {
                partner = discourse.otherActor(holder.id());
            }
            return partner == null ? List.of() : List.of(entity(sentence, target, discourse.relation(other, partner)));
        }
        return target.ids().stream().map(id -> entity(sentence, target, id)).toList();
    }

    private Entity entity(Sentence sentence, Reference reference, String id) {
        EntityKind kind = reference.kind() == Reference.Kind.GIVEN ? EntityKind.MENTION : kind(id);
        return entity(
                id,
                kind,
                offsets.point(sentence.token(reference.from()).start()),
                offsets.point(sentence.token(reference.to() - 1).end()));
    }

    private EntityKind kind(String id) {
        Node node = discourse.node(id);
        return node != null && !node.kind().actor() ? EntityKind.ISSUE : EntityKind.ACTOR;
    }

    private Entity entity(String id, EntityKind kind, int start, int end) {
        Node node = kind == EntityKind.MENTION ? null : discourse.node(id);
        String name = node != null ? node.name() : text.substring(offsets.unit(start), offsets.unit(end));
        return new Entity(id, kind, name, kind == EntityKind.MENTION ? List.of() : discourse.ancestors(id), start, end);
    }

    private boolean sameSide(Entity holder, Entity target) {
        if (target.kind() == EntityKind.ISSUE) {
            return false;
        }
        return holder.id().equals(target.id())
                || target.kind() == EntityKind.ACTOR
                        && holder.kind() == EntityKind.ACTOR
                        && discourse.sameSide(holder.id(), target.id());
    }

    private Attribution attribution(Entity holder, @Nullable Voice voice, boolean quoted, @Nullable String medium) {
        if (voice == null) {
            return new Attribution(AttributionKind.AUTHOR, null, quoted, medium);
        }
        Entity speaker = entity(voice);
        boolean own =
                discourse.catalog().root(voice.id()).equals(discourse.catalog().root(holder.id()));
        return new Attribution(own ? AttributionKind.SELF : AttributionKind.REPORTED, speaker, quoted, medium);
    }

    private Evidence evidence(Sentence sentence, Cue cue, Manners.@Nullable Stretch condition) {
        SentenceSpan whole = new SentenceSpan(
                offsets.point(sentence.start()),
                offsets.point(sentence.end()),
                text.substring(sentence.start(), sentence.end()));
        return new Evidence(
                whole,
                span(sentence, cue.from(), cue.to()),
                condition == null ? null : span(sentence, condition.from(), condition.to()));
    }

    private Span span(Sentence sentence, int from, int to) {
        return new Span(
                offsets.point(sentence.token(from).start()),
                offsets.point(sentence.token(to - 1).end()));
    }

    /** How far the holder leans: what the words say and what the classifier reads count the same. */
    private static double score(Verdict verdict) {
        Judgement judgement = verdict.judgement();
        double held = judgement.strength();
        if (!Double.isNaN(verdict.lean())) {
            held = (held + Math.abs(verdict.lean())) / 2;
        }
        if (judgement.manner().contains(Manner.HEDGED)) {
            held *= 0.7;
        }
        if (judgement.manner().contains(Manner.CONDITIONAL)) {
            held *= 0.8;
        }
        return switch (judgement.polarity()) {
            case SUPPORT -> round(held);
            case OPPOSE -> round(-held);
            case MIXED, NEUTRAL -> 0;
        };
    }

    private static Set<Manner> ordered(Set<Manner> manner) {
        return manner.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(manner));
    }

    private static double round(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
