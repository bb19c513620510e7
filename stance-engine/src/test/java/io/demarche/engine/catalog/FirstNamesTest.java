package io.demarche.engine.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.demarche.engine.data.Table;
import java.util.List;
import org.junit.jupiter.api.Test;

class FirstNamesTest {
    private final FirstNames names = FirstNames.load();

    @Test
    void tellsByAnyOfSomebodysNames() {
        assertThat(names.of(List.of("Clinton", "Hillary Clinton"))).isEqualTo(Gender.FEMALE);
        assertThat(names.of(List.of("Donald Trump"))).isEqualTo(Gender.MALE);
        assertThat(names.of(List.of("Trump"))).isEqualTo(Gender.UNKNOWN);
        assertThat(names.of(List.of("Park Geun-hye"))).isEqualTo(Gender.UNKNOWN);
    }

    @Test
    void knowsTheNamesOfPersonsWithoutAGender() {
        assertThat(names.begin("Zorro Smith")).isFalse();
        names.add("Zorro Diaz");
        assertThat(names.begin("Zorro Smith")).isTrue();
        assertThat(names.of(List.of("Zorro Smith"))).isEqualTo(Gender.UNKNOWN);
    }

    @Test
    void noNameStandsTwiceInTheTable() {
        List<String> all = Table.read(FirstNames.FILE, 2).rows().stream()
                .flatMap(row -> row.list(1, "|").stream())
                .toList();
        assertThat(all).doesNotHaveDuplicates();
    }

    @Test
    void whatIsNotKnownMayFit() {
        assertThat(Gender.FEMALE.fits(Gender.UNKNOWN)).isTrue();
        assertThat(Gender.FEMALE.fits(Gender.FEMALE)).isTrue();
        assertThat(Gender.FEMALE.fits(Gender.MALE)).isFalse();
    }
}
