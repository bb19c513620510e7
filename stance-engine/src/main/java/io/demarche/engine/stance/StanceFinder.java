package io.demarche.engine.stance;

import io.demarche.engine.AnalysisRequest;
import io.demarche.engine.Mention;
import io.demarche.engine.Stance;
import io.demarche.engine.catalog.Catalog;
import io.demarche.engine.classifier.PairClassifier;
import io.demarche.engine.clause.Arguments;
import io.demarche.engine.clause.Clauses;
import io.demarche.engine.clause.Predicate;
import io.demarche.engine.cue.Cue;
import io.demarche.engine.cue.CueLexicon;
import io.demarche.engine.cue.Cues;
import io.demarche.engine.data.Words;
import io.demarche.engine.mention.Discourse;
import io.demarche.engine.mention.Mentions;
import io.demarche.engine.mention.Pronouns;
import io.demarche.engine.mention.Reference;
import io.demarche.engine.quote.Media;
import io.demarche.engine.quote.QuoteRuns;
import io.demarche.engine.quote.Voice;
import io.demarche.engine.quote.Voices;
import io.demarche.engine.text.Sentence;
import io.demarche.engine.text.Sentences;
import io.demarche.engine.text.Tag;
import io.demarche.engine.text.Token;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/** The pipeline: sentences, mentions, voices, candidates, manner and act, stances. */
public final class StanceFinder {
    private static final int MOST_JOINED = 3;
    private static final int MOST_JOINED_WORDS = 160;

    private final Sentences sentences;
    private final CueLexicon lexicon;
    private final Cues cues;
    private final Words nouns;
    private final Words markers;
    private final Media media;
    private final Mentions mentions;
    private final Pronouns pronouns;
    private final PairClassifier classifier;
    private final Combination combination;
    private final Combination textCombination;

    public StanceFinder(CueLexicon lexicon, PairClassifier classifier) {
        this(lexicon, classifier, Combination.load(classifier.kind()), Combination.load(classifier.kind() + "-text"));
    }

    StanceFinder(CueLexicon lexicon, PairClassifier classifier, Combination combination, Combination textCombination) {
        this.lexicon = lexicon;
        this.classifier = classifier;
        this.combination = combination;
        this.textCombination = textCombination;
        this.sentences = Sentences.load(lexicon);
        this.cues = new Cues(lexicon);
        this.nouns = Words.load("nouns.tsv");
        this.markers = Words.load("markers.tsv");
        this.media = Media.load();
        this.mentions = new Mentions(nouns);
        this.pronouns = new Pronouns(nouns);
    }

    /** The stances of a text, in its order. Mentions of the request lie inside the text. */
    public List<Stance> find(AnalysisRequest request, Catalog catalog, CodePoints offsets) {
        LocalDate day =
                request.publishedAt() == null ? null : LocalDate.ofInstant(request.publishedAt(), ZoneOffset.UTC);
        Discourse discourse = new Discourse(catalog, day);
        Voice standing = standing(request.speaker(), discourse);
        List<Sentence> all = joined(sentences.of(request.text()), request.mentions(), offsets);
        QuoteRuns runs = QuoteRuns.of(all, catalog, lexicon::isSpeechForm);
        Voices voices = new Voices(
                (sentence, predicate) ->
                        lexicon.isSpeechForm(sentence.token(predicate.head()).lower()),
                standing,
                media,
                runs);
        StanceBuilder builder = new StanceBuilder(request.text(), discourse, offsets);
        if (request.title() != null) {
            sentences.of(request.title()).forEach(sentence -> mentions.of(sentence, discourse));
        }
        for (Sentence sentence : all) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("nobody waits for the stances of this text");
            }
            List<Reference> given = given(sentence, request.mentions(), offsets);
            if (request.mentions().isEmpty() || given.size() > 1) {
                foresee(runs, sentence.index(), all, discourse);
                sentence(request.text(), sentence, given, discourse, voices, builder);
            }
        }
        return builder.stances();
    }

    /** Who "he" is at the end of a quote is decided by what stood before the quote, not by what is said in it. */
    private void foresee(QuoteRuns runs, int began, List<Sentence> all, Discourse before) {
        QuoteRuns.End end = runs.unnamedEnd(began);
        if (end == null) {
            return;
        }
        Sentence closing = all.get(end.sentence());
        for (Reference reference : pronouns.resolve(closing, List.of(), before, null)) {
            if (reference.from() >= end.token()
                    && !reference.issue()
                    && !reference.ids().isEmpty()) {
                Voice voice = new Voice(
                        reference.ids().get(0),
                        closing.token(reference.from()).start(),
                        closing.token(reference.to() - 1).end());
                runs.spoken(began, end.sentence(), voice);
                return;
            }
        }
    }

    /** Two spans to be scored may stand in neighbouring sentences: those are read as one. */
    private static List<Sentence> joined(List<Sentence> all, List<Mention> mentions, CodePoints offsets) {
        int first = all.size();
        int last = -1;
        for (Mention mention : mentions) {
            for (int i = 0; i < all.size(); i++) {
                boolean inside = all.get(i).end() > offsets.unit(mention.start())
                        && all.get(i).start() < offsets.unit(mention.end());
                first = inside ? Math.min(first, i) : first;
                last = inside ? Math.max(last, i) : last;
            }
        }
        if (last <= first || last - first >= MOST_JOINED) {
            return all;
        }
        List<Token> tokens = new ArrayList<>();
        all.subList(first, last + 1).forEach(sentence -> tokens.addAll(sentence.tokens()));
        if (tokens.size() > MOST_JOINED_WORDS) {
            return all;
        }
        Sentence opening = all.get(first);
        return List.of(new Sentence(
                opening.index(),
                opening.paragraph(),
                opening.start(),
                all.get(last).end(),
                tokens));
    }

    private @Nullable Voice standing(@Nullable String speaker, Discourse discourse) {
        if (speaker == null || speaker.isBlank()) {
            return null;
        }
        for (Sentence name : sentences.of(speaker)) {
            for (Reference reference : mentions.of(name, new Discourse(discourse.catalog(), discourse.day()))) {
                if (!reference.ids().isEmpty() && !reference.issue()) {
                    return new Voice(reference.ids().get(0), 0, 0);
                }
            }
        }
        return new Voice(discourse.outsider(speaker), 0, 0);
    }

    private static List<Reference> given(Sentence sentence, List<Mention> mentions, CodePoints offsets) {
        List<Reference> found = new ArrayList<>();
        for (Mention mention : mentions) {
            int start = offsets.unit(mention.start());
            int end = offsets.unit(mention.end());
            int from = -1;
            int to = -1;
            for (int at = 0; at < sentence.size(); at++) {
                if (sentence.token(at).end() > start && sentence.token(at).start() < end) {
                    from = from < 0 ? at : from;
                    to = at + 1;
                }
            }
            if (from >= 0) {
                boolean owns = sentence.isAt(to, "'s");
                found.add(new Reference(Reference.Kind.GIVEN, from, to, List.of(mention.id()), owns, 1));
            }
        }
        found.sort(Comparator.comparingInt(Reference::from));
        return found;
    }

    private void sentence(
            String text,
            Sentence tagged,
            List<Reference> given,
            Discourse discourse,
            Voices voices,
            StanceBuilder builder) {
        String earlierDocument = discourse.lastDocument(null);
        String earlierIssue = discourse.issue();
        List<Reference> named = given.isEmpty() ? media.without(tagged, mentions.of(tagged, discourse)) : given;
        Sentence sentence = withNames(tagged, named);
        List<Reference> references = given.isEmpty() ? pronouns.resolve(tagged, named, discourse, earlierIssue) : given;
        List<Cue> found = cues.of(sentence);
        Set<Integer> verbs = new HashSet<>();
        for (Cue cue : found) {
            if (cue.kind() == Cue.Kind.VERB
                    && (sentence.tagAt(cue.from(), Tag.VERB) || cue.words() > 1)
                    && !inName(cue, references)) {
                verbs.add(cue.from());
            }
        }
        List<Predicate> predicates = Clauses.of(sentence, verbs, lexicon::isControlForm, markers);
        Arguments arguments = new Arguments(sentence, predicates, references, discourse, nouns);
        Voices.Heard heard = voices.of(sentence, arguments);
        Topics topics =
                new Topics(sentence, references, discourse, earlierDocument, earlierIssue, nouns, !given.isEmpty());
        Manners manners = new Manners(sentence, arguments, markers);
        List<Candidate> candidates =
                new ArrayList<>(Candidates.of(new CueGrammar(sentence, arguments, markers), topics, found));
        candidates.addAll(StalledTalks.of(sentence, arguments, nouns, markers));
        Judge judge = new Judge(sentence, manners);
        List<Judgement> judgements = new ArrayList<>();
        for (Candidate candidate : candidates) {
            Judgement judgement = judge.of(candidate);
            if (judgement != null) {
                judgements.add(judgement);
            }
        }
        Readings readings = new Readings(classifier, sentence, text);
        Verdicts verdicts = new Verdicts(
                sentence,
                discourse,
                heard,
                manners,
                new LinkCues(sentence, arguments),
                readings,
                given.isEmpty() ? textCombination : combination,
                !given.isEmpty());
        List<Verdict> reached = verdicts.of(references, judgements);
        if (voices.standing() != null && given.isEmpty()) {
            reached = new Criticism(sentence, references, discourse, readings, voices.standing()).with(reached);
        }
        reached.forEach(verdict -> builder.add(sentence, verdict, heard));
        builder.endSentence();
        if (given.isEmpty()) {
            noteSubject(predicates, arguments, discourse);
        }
    }

    private static boolean inName(Cue cue, List<Reference> references) {
        for (Reference reference : references) {
            if (cue.from() >= reference.from()
                    && cue.from() < reference.to()
                    && reference.kind() != Reference.Kind.ISSUE) {
                return true;
            }
        }
        return false;
    }

    /** A name is a name, and a term a noun, whatever the tagger took them for ("Trump's"). */
    private static Sentence withNames(Sentence sentence, List<Reference> named) {
        List<Token> tokens = sentence.tokens();
        for (Reference reference : named) {
            for (int at = reference.from(); at < reference.to(); at++) {
                Token token = tokens.get(at);
                boolean term = reference.kind() == Reference.Kind.ISSUE;
                boolean verb = token.tag() == Tag.VERB
                        && !sentence.isAt(at - 1, "to")
                        && !token.lower().endsWith("ing");
                if (verb
                        && (!term
                                || reference.to() - reference.from() == 1
                                        && !sentence.tagAt(at - 1, Tag.PRON, Tag.PROPN, Tag.AUX))) {
                    // Most sentences stay as they are, and need no copy.
                    tokens = tokens == sentence.tokens() ? new ArrayList<>(tokens) : tokens;
                    tokens.set(
                            at,
                            new Token(
                                    token.start(),
                                    token.end(),
                                    token.text(),
                                    token.lower(),
                                    term ? Tag.NOUN : Tag.PROPN));
                }
            }
        }
        return tokens == sentence.tokens()
                ? sentence
                : new Sentence(sentence.index(), sentence.paragraph(), sentence.start(), sentence.end(), tokens);
    }

    private static void noteSubject(List<Predicate> predicates, Arguments arguments, Discourse discourse) {
        for (Predicate predicate : predicates) {
            if (predicate.form() == Predicate.Form.FINITE && predicate.hasSubject() && predicate.marker() == null) {
                List<String> ids = arguments.subject(predicate).stream()
                        .flatMap(reference -> reference.ids().stream())
                        .distinct()
                        .toList();
                discourse.sawSubject(ids);
                return;
            }
        }
    }
}
