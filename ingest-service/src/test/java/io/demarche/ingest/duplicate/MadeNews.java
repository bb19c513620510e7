package io.demarche.ingest.duplicate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Made articles about made events. Two articles on one event tell the same facts in words of their own, and have its
 * quotations and agency background in common, as real ones do.
 */
final class MadeNews {

    private static final List<String> PLACES =
            List.of("Harrow Bay", "Valmera", "Kostino", "Port Eddis", "Lugano Hills", "Sarn", "Tavira", "Obrek");
    private static final List<String> STATES =
            List.of("Ruritania", "Grenmark", "Ostania", "Velonia", "Karsia", "Mordenia", "Illyra", "Tavastia");
    private static final List<String> ISSUES = List.of(
            "the grain corridor",
            "the border treaty",
            "the gas contract",
            "the prisoner exchange",
            "the fishing quota",
            "the arms pact");
    private static final List<String> PEOPLE =
            List.of("Anton Rell", "Mira Stavik", "Joan Calder", "Pavel Idris", "Lena Marsh", "Tomas Okoye");

    /** Each list says one fact in several ways; {A} and {B} are states, {I} the issue, {P} the place, {S} a speaker. */
    private static final List<List<String>> FACTS = List.of(
            List.of(
                    "{A} and {B} opened a new round of talks on {I} in {P} on {D}.",
                    "Delegations sent by {A} sat down with their counterparts of {B} in {P} on {D} to discuss {I}.",
                    "A meeting about {I} brought negotiators from {B} and {A} to {P} this {D}."),
            List.of(
                    "The discussions lasted {N} hours and ended without a joint statement.",
                    "After {N} hours behind closed doors, neither side wanted to publish a text.",
                    "No communique was agreed, although the session went on for {N} hours."),
            List.of(
                    "{A} wants {I} to be extended by {M} years.",
                    "An extension of {M} years is what {A} demands for {I}.",
                    "For {A}, prolonging {I} by {M} years remains the main goal."),
            List.of(
                    "{B} has so far rejected any deal that does not lift the export limits.",
                    "Export limits must go first, officials in {B} have insisted for months.",
                    "Until the limits on its exports are removed, {B} will sign nothing, diplomats expect."),
            List.of(
                    "Trade between the two neighbours fell by {N} percent last year.",
                    "Last year saw commerce across the border shrink by {N} percent.",
                    "Statistics show that bilateral trade was {N} percent lower than a year before."),
            List.of(
                    "Protesters gathered outside the venue and blocked a road for some time.",
                    "Outside, demonstrators held up traffic for part of the afternoon.",
                    "Police cleared a street that a crowd of demonstrators had occupied near the hotel."),
            List.of(
                    "The opposition in {A} called the proposal a surrender.",
                    "Critics of the government of {A} spoke of capitulation.",
                    "In the parliament of {A}, opponents accused ministers of giving too much away."),
            List.of(
                    "Markets reacted calmly, with the currency of {B} losing {M} percent.",
                    "Investors shrugged; {B}'s currency slipped by {M} percent.",
                    "A loss of {M} percent for the money of {B} was the only sign of nerves among traders."),
            List.of(
                    "Mediators will visit both capitals before the end of the month.",
                    "Before the month is over, envoys of the mediating states plan trips to the two capitals.",
                    "The mediators announced a shuttle between the capitals in the coming weeks."),
            List.of(
                    "A technical commission is to examine the disputed annex again.",
                    "Experts were told to go through the contested annex once more.",
                    "The annex that both sides argue about goes back to a panel of specialists."),
            List.of(
                    "The previous agreement expires in {M} months.",
                    "In {M} months the present arrangement runs out.",
                    "Time is short: what is in force today ends {M} months from now."),
            List.of(
                    "Analysts see little chance of a breakthrough before the elections in {B}.",
                    "Few observers expect {B} to move while its election campaign goes on.",
                    "With voters in {B} going to the polls soon, a quick result is unlikely, researchers say."));

    private static final List<String> QUOTES = List.of(
            "\"We came with an open mind and we leave with an open question,\" {S} told reporters.",
            "\"Nobody should expect us to pay for the mistakes of others,\" {S} said.",
            "\"There is a text on the table, and that is more than we had yesterday,\" according to {S}.");
    private static final String BACKGROUND =
            "The dispute over {I} began when {B} closed two crossings near {P} and {A} answered with tariffs on timber and steel.";
    private static final List<String> DAYS = List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday");

    private final Random random;

    MadeNews(Random random) {
        this.random = random;
    }

    /** What happened. */
    record Event(String a, String b, String issue, String place, String speaker, String day, int n, int m) {}

    Event event() {
        List<String> states = new ArrayList<>(STATES);
        Collections.shuffle(states, random);
        return new Event(
                states.get(0),
                states.get(1),
                one(ISSUES),
                one(PLACES),
                one(PEOPLE),
                one(DAYS),
                3 + random.nextInt(30),
                2 + random.nextInt(9));
    }

    /** One outlet's article on it, in paragraphs. */
    List<String> article(Event event) {
        List<List<String>> facts = new ArrayList<>(FACTS);
        Collections.shuffle(facts, random);
        List<String> sentences = new ArrayList<>();
        facts.subList(0, 9 + random.nextInt(4)).forEach(fact -> sentences.add(one(fact)));
        sentences.add(random.nextInt(sentences.size()), one(QUOTES));
        sentences.add(random.nextInt(sentences.size()), one(QUOTES));
        if (random.nextBoolean()) {
            sentences.add(BACKGROUND);
        }
        List<String> paragraphs = new ArrayList<>();
        for (int at = 0; at < sentences.size(); at += 2) {
            paragraphs.add(fill(String.join(" ", sentences.subList(at, Math.min(sentences.size(), at + 2))), event));
        }
        return paragraphs;
    }

    /** What desks do to a wire text before they print it: up to three light edits of those that the issue of copies is about. */
    List<String> edited(List<String> paragraphs) {
        List<String> copy = new ArrayList<>(paragraphs);
        for (int i = 0; i <= random.nextInt(3); i++) {
            switch (random.nextInt(5)) {
                case 0 -> copy.remove(copy.size() - 1);
                case 1 -> copy.add(0, "Neighbours meet again over " + one(ISSUES) + ", with little hope of success");
                case 2 -> Collections.swap(copy, random.nextInt(copy.size()), random.nextInt(copy.size()));
                case 3 -> copy.add("Reporting by our correspondents, with files from the agency. All rights reserved.");
                default ->
                    copy.replaceAll(paragraph ->
                            paragraph.replaceFirst("percent", "per cent").replaceFirst("said", "told us"));
            }
        }
        return copy;
    }

    private String fill(String sentence, Event event) {
        return sentence.replace("{A}", event.a())
                .replace("{B}", event.b())
                .replace("{I}", event.issue())
                .replace("{P}", event.place())
                .replace("{S}", event.speaker())
                .replace("{D}", event.day())
                .replace("{N}", Integer.toString(event.n()))
                .replace("{M}", Integer.toString(event.m()));
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
