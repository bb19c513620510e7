package io.demarche.engine.stance;

import io.demarche.engine.Act;
import io.demarche.engine.Polarity;
import io.demarche.engine.cue.Cue;
import io.demarche.engine.cue.Frame;
import io.demarche.engine.mention.Reference;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A holder, a target and the cue that links them.
 *
 * @param holder who; null for whoever speaks at the cue
 * @param target what
 * @param cue the words
 * @param frame what they say
 * @param reversed whether what governs the cue turns it round ("refused to support")
 * @param outer the frame of what governs it, or null
 * @param certainty 0 to 1: how sure the places of holder and target are
 * @param demanded whether it is asked for ("urged Kyiv to accept")
 * @param bySpeaker whether it is the speaker who asks for it ("Russia must withdraw")
 */
record Candidate(
        @Nullable Reference holder,
        Reference target,
        Cue cue,
        Frame frame,
        boolean reversed,
        @Nullable Frame outer,
        double certainty,
        boolean demanded,
        boolean bySpeaker) {
    /** The same holder and words, toward something else. */
    Candidate toward(Reference other, Frame said, double sure) {
        return new Candidate(holder, other, cue, said, reversed, outer, sure, demanded, bySpeaker);
    }

    /** What the classifier reads and no word of the lexicon says; the cue only shows where. */
    static Candidate read(
            @Nullable Reference holder,
            Reference target,
            Cue shown,
            Polarity polarity,
            double strength,
            @Nullable Act act) {
        Frame frame = new Frame(
                holder == null ? Frame.Holder.SOURCE : Frame.Holder.SUBJECT,
                Set.of(),
                polarity,
                strength,
                act,
                Set.of());
        return new Candidate(holder, target, shown, frame, false, null, 1, false, false);
    }
}
