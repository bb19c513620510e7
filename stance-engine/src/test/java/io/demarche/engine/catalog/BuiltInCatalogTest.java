package io.demarche.engine.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BuiltInCatalogTest {
    private static final Catalog CATALOG = BuiltInCatalog.load();

    @Test
    void hasEveryMemberOfTheUnitedNations() {
        assertThat(CATALOG.nodes().stream().filter(node -> node.kind() == Node.Kind.STATE))
                .hasSizeGreaterThanOrEqualTo(193);
    }

    @Test
    void hasATreeOfIssues() {
        List<Node> issues =
                CATALOG.nodes().stream().filter(node -> !node.kind().actor()).toList();
        assertThat(issues).hasSizeGreaterThanOrEqualTo(60);
        assertThat(issues).anyMatch(issue -> !issue.parents().isEmpty());
    }

    @Test
    void everyParentExists() {
        assertThat(CATALOG.nodes()).allSatisfy(node -> assertThat(node.parents())
                .allSatisfy(
                        parent -> assertThat(CATALOG.node(parent)).as(parent).isNotNull()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "russia",
                "usa",
                "ukraine",
                "europe",
                "eu",
                "nato",
                "china",
                "the-west",
                "western-allies",
                "western-elites",
                "un",
                "g7",
                "g20",
                "brics",
                "osce",
                "iaea",
                "opec",
                "icc",
                "hamas",
                "hezbollah",
                "peace-negotiations",
                "military-operation",
                "arms-control",
                "strategic-stability",
                "security-guarantees",
                "security-architecture",
                "sanctions",
                "economic-cooperation",
                "arctic-cooperation",
                "territorial-integrity",
                "international-law",
                "escalation",
                "concessions"
            })
    void hasTheIdsThatOthersBuildOn(String id) {
        assertThat(CATALOG.node(id)).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "usa, president, 2010-01-01, barack-obama",
        "usa, president, 2022-01-01, joe-biden",
        "russia, foreign-minister, 2015-01-01, sergei-lavrov",
        "uk, prime-minister, 2005-01-01, tony-blair",
        "germany, chancellor, 2010-01-01, angela-merkel",
        "france, president, 2020-01-01, emmanuel-macron"
    })
    void knowsWhoHeldWhichOfficeWhen(String state, String office, LocalDate day, String person) {
        assertThat(CATALOG.holder(state, office, day)).isEqualTo(person);
    }

    @Test
    void peopleRollUpToTheirState() {
        assertThat(CATALOG.ancestors("dmitry-peskov")).contains("russia");
        assertThat(CATALOG.root("dmitry-peskov")).isEqualTo("russia");
    }
}
