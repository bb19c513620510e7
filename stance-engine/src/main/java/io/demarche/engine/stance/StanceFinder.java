package io.demarche.engine.stance;

import io.demarche.engine.Act;
import io.demarche.engine.AnalysisRequest;
import io.demarche.engine.Manner;
import io.demarche.engine.Mention;
import io.demarche.engine.Polarity;
import io.demarche.engine.Stance;
import io.demarche.engine.catalog.Catalog;
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
import io.demarche.engine.quote.Voice;
import io.demarche.engine.quote.Voices;
import io.demarche.engine.text.Sentence;
import io.demarche.engine.text.Sentences;
import io.demarche.engine.text.Tag;
import io.demarche.engine.text.Token;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The pipeline: sentences, mentions, voices, candidates, manner and act, stances. */
public final class StanceFinder {
    private final Sentences sentences;
    private final CueLexicon lexicon;
    private final Cues cues;
    private final Words nouns;
    private final Words markers;
    private final Mentions mentions;
    private final Pronouns pronouns;

    public StanceFinder(CueLexicon lexicon) {
        this.lexicon = lexicon;
        this.sentences = Sentences.load(lexicon);
        this.cues = new Cues(lexicon);
        this.nouns = Words.load("nouns.tsv");
        this.markers = Words.load("markers.tsv");
        this.mentions = new Mentions(nouns);
        this.pronouns = new Pronouns(nouns);
    }

    /** The stances of a text, in its order. Mentions of the request lie inside the text. */
    public List<Stance> find(AnalysisRequest request, Catalog catalog, CodePoints offsets) {
        LocalDate day =
                request.publishedAt() == null ? null : LocalDate.ofInstant(request.publishedAt(), ZoneOffset.UTC);
        Discourse discourse = new Discourse(catalog, day);
        Voice standing = standing(request.speaker(), discourse);
        Voices voices = new Voices(
                (sentence, predicate) ->
                        lexicon.isSpeechForm(sentence.token(predicate.head()).lower()),
                standing);
        StanceBuilder builder = new StanceBuilder(request.text(), discourse, offsets);
        if (request.title() != null) {
            sentences.of(request.title()).forEach(sentence -> mentions.of(sentence, discourse));
        }
        for (Sentence sentence : sentences.of(request.text())) {
            List<Reference> given = given(sentence, request.mentions(), offsets);
            if (request.mentions().isEmpty() || given.size() > 1) {
                sentence(sentence, given, discourse, voices, builder);
            }
        }
        return builder.stances();
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
        return null;
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
        found.sort(java.util.Comparator.comparingInt(Reference::from));
        return found;
    }

    private void sentence(
            Sentence tagged, List<Reference> given, Discourse discourse, Voices voices, StanceBuilder builder) {
        String earlierDocument = discourse.lastDocument(null);
        String earlierIssue = discourse.issue();
        List<Reference> named = given.isEmpty() ? mentions.of(tagged, discourse) : given;
        Sentence sentence = withNames(tagged, named);
        List<Reference> references = given.isEmpty() ? pronouns.resolve(tagged, named, discourse, earlierIssue) : given;
        List<Cue> found = cues.of(sentence);
        Set<Integer> verbs = new HashSet<>();
        for (Cue cue : found) {
            boolean inName = references.stream()
                    .anyMatch(reference -> cue.from() >= reference.from()
                            && cue.from() < reference.to()
                            && reference.kind() != Reference.Kind.ISSUE);
            if (cue.kind() == Cue.Kind.VERB && !inName && (sentence.tagAt(cue.from(), Tag.VERB) || cue.words() > 1)) {
                verbs.add(cue.from());
            }
        }
        List<Predicate> predicates = Clauses.of(sentence, verbs, lexicon::isControlForm, markers);
        Arguments arguments = new Arguments(sentence, predicates, references, discourse, nouns);
        Voices.Heard heard = voices.of(sentence, arguments);
        Topics topics =
                new Topics(sentence, references, discourse, earlierDocument, earlierIssue, nouns, !given.isEmpty());
        Manners manners = new Manners(sentence, arguments, markers);
        List<Candidate> candidates = Candidates.of(new CueGrammar(sentence, arguments, markers), topics, found);
        for (Candidate candidate : candidates) {
            judge(candidate, sentence, manners, heard, builder);
        }
        StalledTalks.of(sentence, arguments, nouns, markers)
                .forEach(candidate -> judge(candidate, sentence, manners, heard, builder));
        builder.endSentence();
        if (given.isEmpty()) {
            noteSubject(predicates, arguments, discourse);
        }
    }

    /** A name is a name, and a term a noun, whatever the tagger took them for ("Trump's"). */
    private static Sentence withNames(Sentence sentence, List<Reference> named) {
        List<Token> tokens = new ArrayList<>(sentence.tokens());
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
        return new Sentence(sentence.index(), sentence.paragraph(), sentence.start(), sentence.end(), tokens);
    }

    private void judge(
            Candidate candidate, Sentence sentence, Manners manners, Voices.Heard heard, StanceBuilder builder) {
        Cue cue = candidate.cue();
        if (manners.hypothetical(cue)) {
            return;
        }
        Set<Manner> all = EnumSet.noneOf(Manner.class);
        all.addAll(candidate.frame().manner());
        all.addAll(manners.of(cue));
        if (candidate.outer() != null) {
            all.addAll(candidate.outer().manner());
        }
        if (candidate.demanded()) {
            all.add(Manner.DEMAND);
        }
        Polarity polarity = candidate.frame().polarity();
        double strength = candidate.frame().strength();
        boolean negated = manners.negated(cue);
        if (candidate.reversed()) {
            polarity = opposite(polarity);
        }
        if (negated && !all.contains(Manner.SILENT)) {
            all.add(Manner.NEGATED);
            if (polarity == Polarity.OPPOSE) {
                all.add(Manner.HEDGED);
                strength *= 0.6;
            }
            polarity = opposite(polarity);
        }
        Manners.Stretch condition = manners.condition(cue);
        if (condition == null
                && all.contains(Manner.DEMAND)
                && sentence.isAt(candidate.target().from() - 1, "any")) {
            // "Insisted that any talks respect…": for the talks, on a condition.
            condition = manners.clause(candidate.target().from() - 1);
        }
        if (condition != null) {
            all.add(Manner.CONDITIONAL);
        }
        Act act = negated || candidate.reversed() ? null : candidate.frame().act();
        builder.add(sentence, candidate, polarity, strength, all, act, condition, heard);
    }

    private static Polarity opposite(Polarity polarity) {
        return switch (polarity) {
            case SUPPORT -> Polarity.OPPOSE;
            case OPPOSE -> Polarity.SUPPORT;
            case MIXED, NEUTRAL -> polarity;
        };
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
