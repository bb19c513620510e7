package io.demarche.engine.stance;

import io.demarche.engine.Manner;
import io.demarche.engine.cue.Cue;
import io.demarche.engine.mention.Discourse;
import io.demarche.engine.mention.Reference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a cue is about when its sentence names no target in the right place. */
final class Topics {
    private final List<Reference> references;
    private final Discourse discourse;
    private final @Nullable String earlierDocument;
    private final @Nullable String earlierIssue;
    private final boolean given;

    /**
     * @param references the sentence's mentions
     * @param discourse what the text spoke of
     * @param earlierDocument the last document of the sentences before
     * @param earlierIssue the last issue of the sentences before
     * @param given whether only spans that the caller named may be targets
     */
    Topics(
            List<Reference> references,
            Discourse discourse,
            @Nullable String earlierDocument,
            @Nullable String earlierIssue,
            boolean given) {
        this.references = references;
        this.discourse = discourse;
        this.earlierDocument = earlierDocument;
        this.earlierIssue = earlierIssue;
        this.given = given;
    }

    /** The likeliest target of a cue of this holder's, or null. */
    @Nullable Reference inferred(Cue cue, Reference holder, boolean before) {
        boolean silent = cue.frames().stream().anyMatch(frame -> frame.manner().contains(Manner.SILENT));
        String other = given || holder.ids().isEmpty() ? null : discourse.otherActor(holder.ids().get(0));
        if (silent && other != null) {
            return at(cue, Reference.Kind.ACTOR, other);
        }
        Reference near = before ? nearestBefore(cue, holder) : nearestAfter(cue, holder);
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
                return reference;
            }
        }
        return null;
    }

    private @Nullable Reference nearestBefore(Cue cue, Reference holder) {
        Reference nearest = null;
        for (Reference reference : references) {
            boolean better = nearest == null || !nearest.issue() || reference.issue();
            if (reference.to() <= holder.from() && fits(reference, holder) && better) {
                nearest = reference;
            }
        }
        return nearest;
    }

    private boolean fits(Reference reference, Reference holder) {
        if (reference.ids().isEmpty() || holder.ids().isEmpty() || reference.kind() == Reference.Kind.SPEAKER) {
            return reference.kind() == Reference.Kind.RELATION;
        }
        String own = discourse.catalog().root(holder.ids().get(0));
        return reference.issue() || !discourse.catalog().root(reference.ids().get(0)).equals(own);
    }
}
