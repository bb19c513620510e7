package io.demarche.engine.cue;

import io.demarche.engine.Act;
import io.demarche.engine.Manner;
import io.demarche.engine.Polarity;
import io.demarche.engine.data.Table;
import io.demarche.engine.text.Tokenizer;
import io.demarche.engine.text.WordClasses;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The cues, by the forms that a text may have of their first word. Immutable once loaded. */
public final class CueLexicon implements WordClasses {
    /** The files that it is read from; the engine's version covers their content. */
    public static final List<String> FILES = List.of("cues.tsv", "judgements.tsv", "speech.tsv", Inflection.FILE);

    private final Map<String, List<Pattern>> byFirstForm = new HashMap<>();
    private final Set<String> verbForms = new HashSet<>();
    private final Set<String> nounForms = new HashSet<>();
    private final Set<String> speechForms = new HashSet<>();
    private final Set<String> controlForms = new HashSet<>();
    private int frames;

    /**
     * A pattern's words. The first word's form has matched already when its rest is looked at, but for nouns of several
     * words, whose last word may be a plural.
     */
    record Pattern(Cue.Kind kind, List<Set<String>> words, List<Frame> frames) {}

    private CueLexicon() {}

    /** Reads the files. */
    public static CueLexicon load() {
        CueLexicon lexicon = new CueLexicon();
        Inflection inflection = new Inflection();
        Map<String, List<Frame>> byPattern = new LinkedHashMap<>();
        for (String file : List.of("cues.tsv", "judgements.tsv")) {
            for (Table.Row row : Table.read(file, 7).rows()) {
                byPattern
                        .computeIfAbsent(row.text(0), pattern -> new ArrayList<>(1))
                        .add(frame(row));
                lexicon.frames++;
            }
        }
        byPattern.forEach((pattern, frames) -> lexicon.add(pattern, frames, inflection));
        for (Table.Row row : Table.read("speech.tsv", 2).rows()) {
            Set<String> forms = inflection.verb(row.text(0).split(" ")[0]);
            lexicon.verbForms.addAll(forms);
            (row.text(1).equals("speech") ? lexicon.speechForms : lexicon.controlForms).addAll(forms);
        }
        return lexicon;
    }

    /** Number of frames. */
    public int size() {
        return frames;
    }

    @Override
    public boolean isVerbForm(String lower) {
        return verbForms.contains(lower);
    }

    @Override
    public boolean isNounForm(String lower) {
        return nounForms.contains(lower);
    }

    /** Whether a word is a form of a verb of saying or thinking. */
    public boolean isSpeechForm(String lower) {
        return speechForms.contains(lower);
    }

    /** Whether a word is a form of a verb whose object does what follows ("urged Kyiv to talk"). */
    public boolean isControlForm(String lower) {
        return controlForms.contains(lower);
    }

    List<Pattern> startingWith(String lower) {
        return byFirstForm.getOrDefault(lower, List.of());
    }

    private static Frame frame(Table.Row row) {
        Set<Manner> manner = EnumSet.noneOf(Manner.class);
        row.list(6, ",").forEach(name -> manner.add(Manner.valueOf(name)));
        return new Frame(
                switch (row.text(1)) {
                    case "subj" -> Frame.Holder.SUBJECT;
                    case "obj" -> Frame.Holder.OBJECT;
                    case "poss" -> Frame.Holder.POSSESSOR;
                    case "source" -> Frame.Holder.SOURCE;
                    default -> throw new IllegalStateException("a cue's holder can't be " + row.text(1));
                },
                Set.copyOf(row.list(2, ",")),
                switch (row.raw(3)) {
                    case "+" -> Polarity.SUPPORT;
                    case "-" -> Polarity.OPPOSE;
                    case "0" -> Polarity.NEUTRAL;
                    case "±" -> Polarity.MIXED;
                    default -> throw new IllegalStateException("a cue's polarity can't be " + row.raw(3));
                },
                Double.parseDouble(row.text(4)),
                row.text(5).isEmpty() ? null : Act.valueOf(row.text(5)),
                Set.copyOf(manner));
    }

    private void add(String written, List<Frame> frames, Inflection inflection) {
        Cue.Kind kind =
                switch (written.charAt(0)) {
                    case 'v' -> Cue.Kind.VERB;
                    case 'n' -> Cue.Kind.NOUN;
                    case 'a' -> Cue.Kind.ADJECTIVE;
                    default -> Cue.Kind.PHRASE;
                };
        List<String> plain = Tokenizer.words(written.substring(2).toLowerCase(java.util.Locale.ROOT));
        List<Set<String>> words = new ArrayList<>(plain.size());
        for (int i = 0; i < plain.size(); i++) {
            String word = plain.get(i);
            boolean verb = kind == Cue.Kind.VERB && i == 0;
            boolean noun = kind == Cue.Kind.NOUN && i == plain.size() - 1 || kind == Cue.Kind.VERB && i > 0;
            words.add(verb ? inflection.verb(word) : noun ? inflection.noun(word) : Set.of(word));
        }
        if (kind == Cue.Kind.VERB) {
            verbForms.addAll(words.get(0));
        }
        if (kind == Cue.Kind.NOUN) {
            nounForms.addAll(words.get(words.size() - 1));
        }
        Pattern pattern = new Pattern(kind, List.copyOf(words), List.copyOf(frames));
        for (String form : words.get(0)) {
            byFirstForm.computeIfAbsent(form, first -> new ArrayList<>(4)).add(pattern);
        }
    }
}
