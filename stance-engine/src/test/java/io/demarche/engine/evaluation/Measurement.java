package io.demarche.engine.evaluation;

import io.demarche.engine.Act;
import io.demarche.engine.AnalysisRequest;
import io.demarche.engine.CustomCatalog;
import io.demarche.engine.CustomCatalog.CustomActor;
import io.demarche.engine.Entity;
import io.demarche.engine.Mention;
import io.demarche.engine.Polarity;
import io.demarche.engine.Stance;
import io.demarche.engine.StanceEngine;
import io.demarche.engine.evaluation.DataSets.Article;
import io.demarche.engine.evaluation.DataSets.Marked;
import io.demarche.engine.evaluation.DataSets.Pair;
import io.demarche.engine.evaluation.DataSets.Spoken;
import io.demarche.engine.evaluation.DataSets.Triplet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Asks an engine what the scoring tool asks an instance, and counts the same way, on a fixed part of each set. */
final class Measurement {
    private static final List<String> QUADS =
            List.of("verbal cooperation", "material cooperation", "verbal conflict", "material conflict");

    private final StanceEngine engine;
    private final DataSets data;

    Measurement(StanceEngine engine, DataSets data) {
        this.engine = engine;
        this.data = data;
    }

    List<Figure> figures() throws IOException {
        List<Figure> figures = new ArrayList<>(marked(data.marked()));
        figures.add(directions(DataSets.sample(data.directions(), 300)));
        figures.addAll(acts(DataSets.sample(data.acts(), 120)));
        figures.add(speeches(DataSets.sample(data.speeches(), 200)));
        figures.addAll(articles(DataSets.sample(data.articles(), 15)));
        return figures;
    }

    private List<Stance> stances(
            String text, @Nullable String speaker, List<Mention> mentions, @Nullable CustomCatalog catalog) {
        return engine.analyse(new AnalysisRequest(text, null, null, speaker, mentions, catalog, null))
                .stances();
    }

    // ---- hand-marked articles ---------------------------------------------------------------------------------------

    private List<Figure> marked(List<Marked> items) {
        Map<String, List<Stance>> answers = new HashMap<>();
        List<Boolean> hits = new ArrayList<>();
        List<Boolean> uncontradicted = new ArrayList<>();
        List<Boolean> manners = new ArrayList<>();
        for (Marked item : items) {
            String words = oneLine(item.words());
            List<Stance> fits =
                    answers.computeIfAbsent(item.text(), text -> stances(text, null, List.of(), null)).stream()
                            .filter(stance ->
                                    oneLine(stance.evidence().sentence().text()).contains(words))
                            .filter(stance ->
                                    named(stance.holder(), item.holders()) && named(stance.target(), item.targets()))
                            .toList();
            List<Stance> good = fits.stream()
                    .filter(stance ->
                            item.polarities().contains(stance.polarity().name().toLowerCase(Locale.ROOT)))
                    .toList();
            hits.add(!good.isEmpty());
            uncontradicted.add(!good.isEmpty() || fits.stream().noneMatch(Measurement::takesSides));
            if (!good.isEmpty() && !item.manners().isEmpty()) {
                manners.add(good.stream()
                        .flatMap(stance -> stance.manner().stream())
                        .anyMatch(manner -> item.manners().contains(manner.name())));
            }
        }
        return List.of(
                Figure.share("seeds recall", hits),
                Figure.share("seeds not contradicted", uncontradicted),
                Figure.share("seeds manner right", manners));
    }

    private static boolean named(Entity entity, Set<String> ids) {
        return Stream.concat(Stream.of(entity.id()), entity.memberOf().stream()).anyMatch(ids::contains);
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ");
    }

    private static boolean takesSides(Stance stance) {
        return stance.polarity() == Polarity.SUPPORT || stance.polarity() == Polarity.OPPOSE;
    }

    // ---- between two given spans ------------------------------------------------------------------------------------

    private Figure directions(List<Pair> pairs) {
        List<String> found = pairs.stream().map(this::direction).toList();
        return Figure.macroF1(
                "DSE directions", pairs.stream().map(Pair::label).toList(), found, List.of("0", "1", "2", "3", "4"));
    }

    private String direction(Pair pair) {
        List<Stance> stances = between(pair);
        Stance pick = surest(
                Stream.of(surest(stances, "p", "q"), surest(stances, "q", "p"))
                        .filter(stance -> stance != null && takesSides(stance))
                        .toList(),
                stance -> true);
        if (pick == null) {
            return "0";
        }
        boolean forward = pick.holder().id().equals("p");
        return pick.polarity() == Polarity.SUPPORT ? forward ? "1" : "2" : forward ? "3" : "4";
    }

    private List<Figure> acts(List<Pair> pairs) {
        return acts(pairs, pairs.stream().map(this::act).toList());
    }

    static List<Figure> acts(List<Pair> pairs, List<String> found) {
        List<String> gold = pairs.stream().map(Pair::label).toList();
        List<String> sentences = pairs.stream().map(Pair::text).toList();
        return List.of(
                Figure.macroF1("PLOVER root acts", gold, found, List.copyOf(new TreeSet<>(gold)), sentences),
                Figure.macroF1("PLOVER quad acts", quads(gold), quads(found), QUADS, sentences));
    }

    String act(Pair pair) {
        List<Stance> acts =
                between(pair).stream().filter(stance -> stance.act() != null).toList();
        Stance there = surest(acts, "p", "q");
        Stance pick = there != null ? there : surest(acts, "q", "p");
        Act act = pick == null ? null : pick.act();
        return act == null ? "NONE" : act.name();
    }

    private static List<String> quads(List<String> acts) {
        return acts.stream().map(Measurement::quad).toList();
    }

    private static String quad(String act) {
        return switch (act) {
            case "AGREE", "CONSULT", "SUPPORT", "CONCEDE" -> QUADS.get(0);
            case "COOPERATE", "AID", "RETREAT" -> QUADS.get(1);
            case "REQUEST", "ACCUSE", "REJECT", "THREATEN" -> QUADS.get(2);
            case "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT" -> QUADS.get(3);
            default -> "none";
        };
    }

    private List<Stance> between(Pair pair) {
        return stances(pair.text(), null, List.of(pair.first(), pair.second()), null);
    }

    private static @Nullable Stance surest(List<Stance> stances, String holder, String target) {
        return surest(
                stances,
                stance -> stance.holder().id().equals(holder)
                        && stance.target().id().equals(target));
    }

    /** The first of the surest, as the scoring tool has it. */
    private static @Nullable Stance surest(List<Stance> stances, Predicate<Stance> fits) {
        Stance surest = null;
        for (Stance stance : stances) {
            if (fits.test(stance) && (surest == null || stance.confidence() > surest.confidence())) {
                surest = stance;
            }
        }
        return surest;
    }

    // ---- speeches ---------------------------------------------------------------------------------------------------

    private Figure speeches(List<Spoken> sentences) {
        return speeches(sentences, sentences.stream().map(this::criticises).toList());
    }

    static Figure speeches(List<Spoken> sentences, List<Boolean> found) {
        return Figure.macroF1(
                "UNSCon criticism",
                sentences.stream().map(Spoken::criticises).toList(),
                found,
                List.of(true, false),
                sentences.stream().map(Spoken::speech).toList());
    }

    boolean criticises(Spoken sentence) {
        return stances(sentence.text(), sentence.speaker(), List.of(), null).stream()
                .anyMatch(stance -> stance.polarity() == Polarity.OPPOSE);
    }

    // ---- articles with triplets -------------------------------------------------------------------------------------

    private List<Figure> articles(List<Article> articles) {
        List<int[]> counts = new ArrayList<>();
        List<String> gold = new ArrayList<>();
        List<String> signs = new ArrayList<>();
        int marked = 0;
        for (Article article : articles) {
            Map<Triplet, String> found = triplets(article);
            Set<Triplet> both = new HashSet<>(article.triplets().keySet());
            both.retainAll(found.keySet());
            int right = 0;
            for (Triplet triplet : both) {
                gold.add(article.triplets().get(triplet));
                signs.add(found.get(triplet));
                right += article.triplets().get(triplet).equals(found.get(triplet)) ? 1 : 0;
            }
            counts.add(new int[] {right, article.triplets().size() + found.size()});
            marked += article.triplets().size();
        }
        return List.of(
                Figure.macroF1("SEESAW signs of found pairs", gold, signs, List.of("POS", "NEG")),
                Figure.of("SEESAW triplets", marked, counts, sums -> 200.0 * sums[0] / Math.max(1, sums[1])));
    }

    private Map<Triplet, String> triplets(Article article) {
        StringBuilder text = new StringBuilder();
        List<Integer> starts = new ArrayList<>();
        for (String sentence : article.sentences()) {
            starts.add(text.codePointCount(0, text.length()));
            text.append(sentence).append("\n\n");
        }
        List<CustomActor> actors = new ArrayList<>();
        for (int i = 0; i < article.entities().size(); i++) {
            actors.add(new CustomActor(
                    DataSets.entityId(i), names(article.entities().get(i)), List.of(), null));
        }
        List<Stance> stances =
                new ArrayList<>(stances(text.toString(), null, List.of(), new CustomCatalog(actors, List.of(), true)));
        stances.sort(Comparator.comparingDouble(Stance::confidence));
        Map<Triplet, String> found = new HashMap<>();
        for (Stance stance : stances) {
            if (takesSides(stance)) {
                int place = Collections.binarySearch(
                        starts, stance.evidence().sentence().start());
                found.put(
                        new Triplet(
                                place >= 0 ? place : -place - 2,
                                stance.holder().id(),
                                stance.target().id()),
                        stance.polarity() == Polarity.SUPPORT ? "POS" : "NEG");
            }
        }
        return found;
    }

    private static List<String> names(String name) {
        String last = name.substring(name.lastIndexOf(' ') + 1);
        return last.length() < name.length() && !last.isEmpty() && Character.isUpperCase(last.codePointAt(0))
                ? List.copyOf(new TreeSet<>(List.of(name, last)))
                : List.of(name);
    }
}
