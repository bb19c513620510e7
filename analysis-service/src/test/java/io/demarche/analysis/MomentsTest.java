package io.demarche.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.demarche.platform.problem.ProblemException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MomentsTest {

    @ParameterizedTest
    @CsvSource({
        "2024-05-01T12:00:00Z, 2024-05-01T12:00:00Z",
        "2024-05-01T12:00:00.25+02:00, 2024-05-01T10:00:00.250Z",
        "2024-05-01t12:00:00z, 2024-05-01T12:00:00Z",
        "2024-05-01, 2024-05-01T00:00:00Z",
        "2024-02-29, 2024-02-29T00:00:00Z"
    })
    void readsTimestampsAndDates(String value, Instant expected) {
        assertThat(Moments.read("publishedAt", value)).isEqualTo(expected);
    }

    @Test
    void nothingIsNoTime() {
        assertThat(Moments.read("publishedAt", null)).isNull();
        assertThat(Moments.read("publishedAt", " ")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yesterday",
                "2024-02-30",
                "2024-05-01T12:00:00",
                "2024-05-01 12:00:00Z",
                "+12024-05-01",
                "0000-01-01",
                "1714557600"
            })
    void refusesWhatIsNoTime(String value) {
        ProblemException problem =
                catchThrowableOfType(ProblemException.class, () -> Moments.read("publishedAt", value));
        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.problem().errors().get(0).field()).isEqualTo("publishedAt");
    }
}
