package io.demarche.engine.quote;

import static org.assertj.core.api.Assertions.assertThat;

import io.demarche.engine.AnalysisRequest;
import io.demarche.engine.AttributionKind;
import io.demarche.engine.Stance;
import io.demarche.engine.StanceEngine;
import io.demarche.engine.data.Table;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaTest {
    private static final StanceEngine ENGINE = StanceEngine.builder().linear().build();

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            Peskov told Reuters that Moscow rejects the sanctions.                                   | Reuters
            Peskov told the Reuters news agency that Moscow rejects the sanctions.                    | Reuters
            Peskov told Russia's state-run news agency TASS that Moscow rejects the sanctions.        | TASS
            Peskov told the BBC's Steve Rosenberg that Moscow rejects the sanctions.                  | BBC
            “Moscow rejects the sanctions,” Peskov told the Financial Times.                          | Financial Times
            Speaking to the Guardian, Peskov said that Moscow rejects the sanctions.                  | Guardian
            In an interview with Der Spiegel, Peskov said that Moscow rejects the sanctions.          | Der Spiegel
            In an interview published on Monday by Le Monde, Peskov said that Moscow rejects the sanctions. | Le Monde
            In a Fox News interview, Peskov said that Moscow rejects the sanctions.                   | Fox News
            Peskov was quoted by RIA Novosti as saying that Moscow rejects the sanctions.             | RIA Novosti
            TASS quoted Peskov as saying that Moscow rejects the sanctions.                           | TASS
            Interfax news agency cited Peskov as saying that Moscow rejects the sanctions.            | Interfax
            Peskov said that Moscow rejects the sanctions, according to Interfax.                     | Interfax
            Peskov said that Moscow rejects the sanctions, Al-Jazeera reported.                       | Al-Jazeera
            """)
    void namesTheOutletBesideTheSpeaker(String text, String medium) {
        assertThat(stances(text)).isNotEmpty().allSatisfy(stance -> {
            assertThat(stance.holder().id()).isEqualTo("russia");
            assertThat(stance.attribution().kind()).isEqualTo(AttributionKind.SELF);
            assertThat(stance.attribution().speaker()).isNotNull();
            assertThat(stance.attribution().speaker().name()).contains("Peskov");
            assertThat(stance.attribution().medium()).isEqualTo(medium);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TASS reported that Moscow rejects the sanctions.",
                "According to TASS, Moscow rejects the sanctions.",
                "As reported by TASS, Moscow rejects the sanctions.",
                "An analyst told TASS that Moscow rejects the sanctions."
            })
    void anOutletAloneIsNoSpeaker(String text) {
        assertThat(stances(text)).isNotEmpty().allSatisfy(stance -> {
            assertThat(stance.holder().id()).isEqualTo("russia");
            assertThat(stance.attribution().kind()).isEqualTo(AttributionKind.AUTHOR);
            assertThat(stance.attribution().speaker()).isNull();
            assertThat(stance.attribution().medium()).isEqualTo("TASS");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Moscow rejects the sanctions.",
                "Peskov told reporters that Moscow rejects the sanctions.",
                "Peskov told the Australian prime minister that Moscow rejects the sanctions.",
                "Peskov, who once worked for TASS, said that Moscow rejects the sanctions.",
                "Peskov said for the first time that Moscow rejects the sanctions.",
                "Fox News host Tucker Carlson said that Moscow rejects the sanctions."
            })
    void namesNoneWhereNoneWasTold(String text) {
        assertThat(stances(text))
                .isNotEmpty()
                .allSatisfy(stance -> assertThat(stance.attribution().medium()).isNull());
    }

    @Test
    void carriesOnlyWhatItWasTold() {
        List<Stance> stances =
                stances("Kyiv condemned the annexation, and Peskov told Reuters that Moscow rejects the sanctions.");

        assertThat(stances)
                .anySatisfy(stance -> {
                    assertThat(stance.holder().id()).isEqualTo("ukraine");
                    assertThat(stance.attribution().medium()).isNull();
                })
                .anySatisfy(stance -> {
                    assertThat(stance.holder().id()).isEqualTo("russia");
                    assertThat(stance.attribution().medium()).isEqualTo("Reuters");
                });
    }

    @Test
    void aQuotationThatGoesOnWasGivenToTheSameOutlet() {
        List<Stance> stances = stances(
                "“We reject the sanctions,” Peskov told Reuters. “Moscow supports the peace talks. Moscow condemns the annexation.”");

        assertThat(stances)
                .hasSizeGreaterThan(1)
                .allSatisfy(stance -> assertThat(stance.attribution().medium()).isEqualTo("Reuters"));
    }

    @Test
    void neverTakesAnOutletForAHolder() {
        for (Table.Row row : Table.read(Media.FILE, 2).rows()) {
            for (String name : row.list(1, "|")) {
                // These are names of actors too: a government's mouthpiece and two parties.
                assertThat(stances(name + " supports the peace talks."))
                        .as(name)
                        .allSatisfy(stance -> assertThat(stance.holder().id()).isIn("kcna", "aap", "vox"));
            }
        }
    }

    @Test
    void knowsManyOutlets() {
        assertThat(Table.read(Media.FILE, 2).rows().stream()
                        .flatMap(row -> row.list(1, "|").stream())
                        .distinct())
                .hasSizeGreaterThan(500);
    }

    private static List<Stance> stances(String text) {
        return ENGINE.analyse(AnalysisRequest.of(text)).stances();
    }
}
