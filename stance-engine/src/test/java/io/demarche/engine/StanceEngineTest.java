package io.demarche.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StanceEngineTest {
    private static final StanceEngine ENGINE = StanceEngine.create();

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            Moscow welcomed the peace talks.                                           | russia        | peace-negotiations | SUPPORT
            Kyiv rejected the peace plan.                                              | ukraine       | peace-plan         | OPPOSE
            The peace plan was rejected by Kyiv.                                       | ukraine       | peace-plan         | OPPOSE
            China opposes the sanctions.                                               | china         | sanctions          | OPPOSE
            China does not support the sanctions.                                      | china         | sanctions          | OPPOSE
            Germany refused to support the sanctions.                                  | germany       | sanctions          | OPPOSE
            Russian officials are wary of Washington.                                  | russia        | usa                | OPPOSE
            French diplomats were ambivalent about the ceasefire.                      | france        | ceasefire          | MIXED
            Emmanuel Macron condemned Russia.                                          | emmanuel-macron | russia           | OPPOSE
            Moscow's rejection of the ceasefire surprised nobody.                      | russia        | ceasefire          | OPPOSE
            The United States wants Iran to dismantle its nuclear programme.           | usa           | nuclear-programme  | OPPOSE
            Trump urged Kyiv to accept the peace plan.                                 | donald-trump  | peace-plan         | SUPPORT
            Israel, which invaded Lebanon in 2024, opposes the ceasefire.              | israel        | ceasefire          | OPPOSE
            Poland and Lithuania criticised Hungary.                                   | lithuania     | hungary            | OPPOSE
            Peskov said that diplomacy had not been ruled out.                         | dmitry-peskov | peace-negotiations | SUPPORT
            Moscow wants better relations with Washington.                             | russia        | us-russia-relations | SUPPORT
            Beijing views the sanctions as unacceptable.                               | china         | sanctions          | OPPOSE
            "We will never recognise the annexation," Macron told reporters.           | emmanuel-macron | annexation       | OPPOSE
            Moscow views NATO expansion as an existential threat.                      | russia        | nato-enlargement   | OPPOSE
            Any deployment of troops would be unacceptable to Russia.                  | russia        | troop-deployment   | OPPOSE
            The sanctions were met with condemnation in Beijing.                       | china         | sanctions          | OPPOSE
            The head of the FSB accused Western elites of fuelling the war.            | fsb           | western-elites     | OPPOSE
            Vladimir Putin received Angela Merkel in Sochi. She condemned the annexation. | angela-merkel | annexation | OPPOSE
            Angela Merkel received Vladimir Putin in Berlin. He defended the annexation.  | vladimir-putin | annexation | SUPPORT
            Russia backed Iran. It also praised China.                                 | russia        | china              | SUPPORT
            """)
    void findsWhoStandsWhere(String text, String holder, String target, Polarity polarity) {
        assertThat(ENGINE.analyse(AnalysisRequest.of(text)).stances()).anySatisfy(stance -> {
            assertThat(stance.holder().id()).isEqualTo(holder);
            assertThat(stance.target().id()).isEqualTo(target);
            assertThat(stance.polarity()).isEqualTo(polarity);
        });
    }

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            Russia supports the peace talks provided that its concerns are addressed. | CONDITIONAL
            Paris voiced cautious support for the peace plan.                         | HEDGED
            Kyiv demanded a ceasefire.                                                | DEMAND
            Berlin warned against escalation.                                         | WARNING
            The Kremlin declined to comment on the sanctions.                         | SILENT
            There are no talks between Moscow and Washington on arms control.         | STALLED
            Turkey will support the ceasefire.                                        | FORECAST
            India does not support the sanctions.                                     | NEGATED
            Moscow said that the enlargement of NATO was a red line.                  | RED_LINE
            """)
    void tellsHowAStanceIsHeld(String text, Manner manner) {
        assertThat(ENGINE.analyse(AnalysisRequest.of(text)).stances())
                .isNotEmpty()
                .anySatisfy(stance -> assertThat(stance.manner()).contains(manner));
    }

    @Test
    void readsNothingThatIsNotEnglish() {
        Analysis told = ENGINE.analyse(AnalysisRequest.of("Москва поддержала мирный план, а Киев его отверг."));
        assertThat(told.stances()).isEmpty();
        assertThat(told.notes()).containsExactly("language \"ru\" is not supported: no stances were looked for");

        String english = "Russia supports the peace talks.";
        Analysis declared = ENGINE.analyse(new AnalysisRequest(english, null, null, null, List.of(), null, "de-AT"));
        assertThat(declared.stances()).isEmpty();
        assertThat(declared.notes()).containsExactly("language \"de-AT\" is not supported: no stances were looked for");

        Analysis read = ENGINE.analyse(new AnalysisRequest(english, null, null, null, List.of(), null, "en-GB"));
        assertThat(read.stances()).isNotEmpty();
        assertThat(read.notes()).isEmpty();
    }

    @Test
    void doesNotTakeAHypothesisForAPosition() {
        assertThat(stances("If Kyiv rejects the peace plan, the war will go on."))
                .noneMatch(stance -> stance.startsWith("ukraine"));
    }

    @Test
    void marksTheCondition() {
        String text = "Iran would accept the nuclear deal if sanctions were lifted.";
        Stance stance = ENGINE.analyse(AnalysisRequest.of(text)).stances().get(0);
        Span condition = stance.evidence().condition();
        assertThat(condition).isNotNull();
        assertThat(text.substring(condition.start(), condition.end())).isEqualTo("if sanctions were lifted");
    }

    @Test
    void tellsOwnWordsFromWhatOthersSay() {
        Stance own = first("Sergei Lavrov said that Russia opposes the ceasefire.");
        assertThat(own.attribution().kind()).isEqualTo(AttributionKind.SELF);
        List<Stance> said = ENGINE.analyse(AnalysisRequest.of("Zelensky said that Russia opposes the ceasefire."))
                .stances();
        Stance reported = said.stream()
                .filter(stance -> stance.holder().id().equals("russia"))
                .findFirst()
                .orElseThrow();
        assertThat(reported.attribution().kind()).isEqualTo(AttributionKind.REPORTED);
        assertThat(reported.attribution().speaker()).isNotNull();
        Stance amid = first("Kyiv, Zelensky said, will never accept territorial concessions.");
        assertThat(amid.attribution().kind()).isEqualTo(AttributionKind.SELF);
        Stance author = first("Russia opposes the ceasefire.");
        assertThat(author.attribution().kind()).isEqualTo(AttributionKind.AUTHOR);
        assertThat(author.attribution().speaker()).isNull();
    }

    @Test
    void whoSaysThatOthersAreAgainstPeaceAccusesThem() {
        assertThat(stances("Zelensky said that Russia opposes the ceasefire."))
                .contains("russia ceasefire OPPOSE", "volodymyr-zelensky russia OPPOSE");
    }

    @Test
    void theSpeakerOfARequestSaysWe() {
        Analysis analysis = ENGINE.analyse(new AnalysisRequest(
                "We condemn the annexation of Crimea.", null, null, "France", List.of(), null, null));
        assertThat(analysis.stances()).anySatisfy(stance -> {
            assertThat(stance.holder().id()).isEqualTo("france");
            assertThat(stance.polarity()).isEqualTo(Polarity.OPPOSE);
            assertThat(stance.attribution().kind()).isEqualTo(AttributionKind.SELF);
        });
    }

    @Test
    void looksUpWhoHeldTheOfficeOnTheDay() {
        String text = "The US president condemned Iran.";
        assertThat(at(text, "2012-05-01T00:00:00Z")).contains("barack-obama iran OPPOSE");
        assertThat(at(text, "2019-05-01T00:00:00Z")).contains("donald-trump iran OPPOSE");
    }

    @Test
    void offsetsCountCodePoints() {
        String text = "🕊️🕊️ Moscow welcomed 😀 the peace talks.";
        int[] points = text.codePoints().toArray();
        Stance stance = first(text);
        assertThat(new String(
                        points,
                        stance.holder().start(),
                        stance.holder().end() - stance.holder().start()))
                .isEqualTo("Moscow");
        SentenceSpan sentence = stance.evidence().sentence();
        assertThat(new String(points, sentence.start(), sentence.end() - sentence.start()))
                .isEqualTo(sentence.text());
    }

    @Test
    void scoresBetweenGivenSpansOnly() {
        String text = "The Ruritanian council condemned the Freedonian senate and praised Moscow.";
        Analysis analysis = ENGINE.analyse(new AnalysisRequest(
                text, null, null, null, List.of(new Mention("a", 0, 22), new Mention("b", 37, 54)), null, null));
        assertThat(analysis.stances()).hasSize(1);
        Stance stance = analysis.stances().get(0);
        assertThat(stance.holder().id()).isEqualTo("a");
        assertThat(stance.target().id()).isEqualTo("b");
        assertThat(stance.target().kind()).isEqualTo(EntityKind.MENTION);
        assertThat(stance.polarity()).isEqualTo(Polarity.OPPOSE);
    }

    @Test
    void takesNamesOfTheCall() {
        CustomCatalog catalog = new CustomCatalog(
                List.of(
                        new CustomCatalog.CustomActor("ruritania", List.of("Ruritania"), List.of("zenda"), "state"),
                        new CustomCatalog.CustomActor("zenda", List.of("Zenda Pact"), List.of(), "bloc")),
                List.of(new CustomCatalog.CustomIssue("moon-base", List.of("moon base"), List.of())),
                true);
        Analysis analysis = ENGINE.analyse(new AnalysisRequest(
                "Ruritania opposes the moon base. Moscow opposes the moon base.",
                null,
                null,
                null,
                List.of(),
                catalog,
                null));
        assertThat(analysis.stances()).hasSize(1);
        assertThat(analysis.stances().get(0).holder().memberOf()).containsExactly("zenda");
        assertThat(analysis.stances().get(0).target().id()).isEqualTo("moon-base");
    }

    @Test
    void namesWhatIsWrongWithARequest() {
        assertThatThrownBy(() -> ENGINE.analyse(new AnalysisRequest(
                        "Short.",
                        null,
                        null,
                        null,
                        List.of(new Mention("a", 0, 5), new Mention("b", 2, 99)),
                        null,
                        null)))
                .isInstanceOfSatisfying(InvalidRequestException.class, e -> assertThat(e.field())
                        .isEqualTo("mentions[1].end"));
        CustomCatalog twice = new CustomCatalog(
                List.of(
                        new CustomCatalog.CustomActor("x", List.of("X"), List.of(), null),
                        new CustomCatalog.CustomActor("x", List.of("Y"), List.of(), null)),
                List.of(),
                false);
        assertThatThrownBy(() -> ENGINE.analyse(new AnalysisRequest("Text.", null, null, null, List.of(), twice, null)))
                .isInstanceOfSatisfying(InvalidRequestException.class, e -> assertThat(e.field())
                        .isEqualTo("catalog.actors[1].id"));
    }

    @Test
    void equalTextsGiveEqualAnswersOnAnyThread() {
        String text =
                "Moscow welcomed the talks, but Kyiv rejected the plan. European capitals have responded with concern.";
        Analysis expected = ENGINE.analyse(AnalysisRequest.of(text));
        List<Analysis> answers = IntStream.range(0, 64)
                .parallel()
                .mapToObj(i -> ENGINE.analyse(AnalysisRequest.of(text)))
                .toList();
        assertThat(answers).allSatisfy(answer -> assertThat(answer.toString()).isEqualTo(expected.toString()));
        assertThat(StanceEngine.create().analyse(AnalysisRequest.of(text))).hasToString(expected.toString());
    }

    private static Stance first(String text) {
        return ENGINE.analyse(AnalysisRequest.of(text)).stances().get(0);
    }

    private static List<String> stances(String text) {
        return lines(ENGINE.analyse(AnalysisRequest.of(text)));
    }

    private static List<String> at(String text, String time) {
        return lines(ENGINE.analyse(new AnalysisRequest(text, null, Instant.parse(time), null, List.of(), null, null)));
    }

    private static List<String> lines(Analysis analysis) {
        return analysis.stances().stream()
                .map(stance -> stance.holder().id() + " " + stance.target().id() + " " + stance.polarity())
                .collect(Collectors.toList());
    }
}
