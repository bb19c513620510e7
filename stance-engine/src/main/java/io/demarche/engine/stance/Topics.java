package io.demarche.engine.stance;

import io.demarche.engine.Manner;
import io.demarche.engine.cue.Cue;
import io.demarche.engine.data.Words;
import io.demarche.engine.mention.Discourse;
import io.demarche.engine.mention.Reference;
import io.demarche.engine.text.Sentence;
import io.demarche.engine.text.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a cue is about when its sentence names no target in the right place. */
final class Topics {
    private final Sentence sentence;
    private final List<Reference> references;
    private final Discourse discourse;
    private final @Nullable String earlierDocument;
    private final @Nullable String earlierIssue;
    private final Words nouns;
    private final boolean given;

    /**
     * @param sentence the sentence
     * @param references the sentence's mentions
     * @param discourse what the text spoke of
     * @param earlierDocument the last document of the sentences before
     * @param earlierIssue the last issue of the sentences before
     * @param nouns kinds of nouns
     * @param given whether only spans that the caller named may be targets
     */
    Topics(
            Sentence sentence,
            List<Reference> references,
            Discourse discourse,
            @Nullable String earlierDocument,
            @Nullable String earlierIssue,
            Words nouns,
            boolean given) {
        this.sentence = sentence;
        this.references = references;
        this.discourse = discourse;
        this.earlierDocument = earlierDocument;
        this.earlierIssue = earlierIssue;
        this.nouns = nouns;
        this.given = given;
    }

    boolean given() {
        return given;
    }

    /** The actor of another side with whom the holder is in touch, by what the sentence says; null when it names none. */
    @Nullable
    Reference partner(Reference holder, Reference talks) {
        Reference partner = null;
        for (Reference reference : references) {
            boolean other = reference.actor() && !reference.ids().isEmpty() && fits(reference, holder);
            if (other && (partner == null || partner.to() <= talks.from())) {
                partner = reference;
            }
        }
        return partner;
    }

    /** Whether an object that starts here only points at what was spoken of: "rhetorical change", "the reply". */
    boolean vague(int from) {
        for (int at = from; at < Math.min(sentence.size(), from + 4); at++) {
            if (nouns.at("shell", sentence, at) > 0) {
                return true;
            }
            if (!sentence.tagAt(at, Tag.DET, Tag.ADJ, Tag.PRON, Tag.NOUN)) {
                return false;
            }
        }
        return false;
    }

    /** The likeliest target of a cue of this holder's, or null. */
    @Nullable
    Reference inferred(Cue cue, Reference holder, boolean mayFollow) {
        boolean silent = cue.frames().stream().anyMatch(frame -> frame.manner().contains(Manner.SILENT));
        String other = given || holder.ids().isEmpty()
                ? null
                : discourse.otherActor(holder.ids().get(0));
        if (silent && other != null) {
            return at(cue, Reference.Kind.ACTOR, other);
        }
        Reference near = mayFollow ? nearestAfter(cue, holder) : null;
        if (near != null || given || holder.ids().isEmpty()) {
            return near;
        }
        String root = discourse.catalog().root(holder.ids().get(0));
        String document = earlierDocument;
        if (document != null && !root.equals(discourse.issuer(document))) {
            return at(cue, Reference.Kind.DOCUMENT, document);
        }
        return earlierIssue != null
                ? at(cue, Reference.Kind.ISSUE, earlierIssue)
                : other == null ? null : at(cue, Reference.Kind.ACTOR, other);
    }

    private static Reference at(Cue cue, Reference.Kind kind, String id) {
        return new Reference(kind, cue.from(), cue.to(), List.of(id), false, 0.7);
    }

    private @Nullable Reference nearestAfter(Cue cue, Reference holder) {
        for (Reference reference : references) {
            if (reference.from() >= cue.to() && fits(reference, holder)) {
                return sameClause(cue.to(), reference.from()) ? reference : null;
            }
        }
        return null;
    }

    /** What a relative clause goes on about: "a shift that Moscow welcomes". */
    @Nullable
    Reference before(Reference holder) {
        Reference nearest = null;
        for (Reference reference : references) {
            boolean better = nearest == null || !nearest.issue() || reference.issue();
            if (reference.to() <= holder.from() && fits(reference, holder) && better) {
                nearest = reference;
            }
        }
        return nearest;
    }

    private boolean sameClause(int from, int to) {
        for (int at = from; at < to; at++) {
            if (sentence.tagAt(at, Tag.CCONJ) || sentence.isAt(at, ";", ":", "while", "although", "but")) {
                return false;
            }
        }
        return true;
    }

    private boolean fits(Reference reference, Reference holder) {
        if (reference.ids().isEmpty() || holder.ids().isEmpty() || reference.kind() == Reference.Kind.SPEAKER) {
            return reference.kind() == Reference.Kind.RELATION;
        }
        String own = discourse.catalog().root(holder.ids().get(0));
        return reference.issue()
                || !discourse.catalog().root(reference.ids().get(0)).equals(own);
    }
}
