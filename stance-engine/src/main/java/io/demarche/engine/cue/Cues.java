package io.demarche.engine.cue;

import io.demarche.engine.text.Sentence;
import io.demarche.engine.text.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds the cues of a sentence, overlapping ones too: which of them stands is known when their holders and targets are. */
public final class Cues {
    /** How many words may stand between two words of a pattern ("expressed <em>a clear</em> desire"). */
    private static final int GAP = 3;

    private static final Set<String> PARTICLES =
            Set.of("out", "off", "up", "down", "back", "over", "with", "in", "aside", "away", "open", "alive", "apart");

    private final CueLexicon lexicon;

    public Cues(CueLexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** The cues of a sentence in its order. */
    public List<Cue> of(Sentence sentence) {
        List<Cue> found = new ArrayList<>();
        for (int at = 0; at < sentence.size(); at++) {
            for (CueLexicon.Pattern pattern :
                    lexicon.startingWith(sentence.token(at).lower())) {
                int end = match(sentence, at, pattern);
                if (end > 0) {
                    found.add(new Cue(pattern.kind(), at, end, pattern.words().size(), pattern.frames()));
                }
            }
        }
        return List.copyOf(found);
    }

    /** Where the pattern ends when it starts at this token; 0 when it does not. */
    private static int match(Sentence sentence, int from, CueLexicon.Pattern pattern) {
        if (!tagFits(sentence, from, pattern)) {
            return 0;
        }
        int at = from;
        for (int i = 1; i < pattern.words().size(); i++) {
            Set<String> forms = pattern.words().get(i);
            int next = at + 1;
            int skipped = 0;
            while (next < sentence.size()
                    && !forms.contains(sentence.token(next).lower())) {
                if (skipped++ >= GAP || !mayStandBetween(sentence, next, pattern, forms)) {
                    return 0;
                }
                next++;
            }
            if (next >= sentence.size()) {
                return 0;
            }
            at = next;
        }
        return at + 1;
    }

    private static boolean mayStandBetween(Sentence sentence, int at, CueLexicon.Pattern pattern, Set<String> forms) {
        if (pattern.kind() == Cue.Kind.PHRASE || pattern.kind() == Cue.Kind.NOUN) {
            return false;
        }
        if (sentence.tagAt(at, Tag.DET, Tag.ADJ, Tag.ADV, Tag.NUM)
                || sentence.isAt(at, "its", "their", "his", "her", "our")) {
            return true;
        }
        if (pattern.kind() != Cue.Kind.VERB) {
            return false;
        }
        boolean object = sentence.tagAt(at, Tag.NOUN, Tag.PROPN, Tag.PRON, Tag.PART);
        return object && forms.stream().anyMatch(PARTICLES::contains)
                || sentence.tagAt(at, Tag.NOUN, Tag.VERB)
                        && sentence.token(at).lower().endsWith("ing");
    }

    private static boolean tagFits(Sentence sentence, int at, CueLexicon.Pattern pattern) {
        Tag tag = sentence.token(at).tag();
        boolean single = pattern.words().size() == 1;
        return switch (pattern.kind()) {
            case VERB ->
                tag == Tag.VERB
                        || tag == Tag.AUX
                        || !single && tag != Tag.PROPN && tag != Tag.NOUN
                        || tag == Tag.ADJ && sentence.token(at).lower().endsWith("ed");
            case NOUN -> tag == Tag.NOUN || tag == Tag.PROPN || !single;
            case ADJECTIVE -> tag != Tag.PROPN || !single;
            case PHRASE -> true;
        };
    }
}
