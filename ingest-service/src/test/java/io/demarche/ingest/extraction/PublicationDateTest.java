package io.demarche.ingest.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicationDateTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2024-05-06T07:08:09Z | 2024-05-06T07:08:09Z",
                "2024-05-06T07:08:09.123+02:00 | 2024-05-06T05:08:09Z",
                "2024-05-06T07:08+0200 | 2024-05-06T05:08:00Z",
                "2024-05-06 07:08:09 | 2024-05-06T07:08:09Z",
                "2024-05-06 | 2024-05-06T00:00:00Z",
                "Mon, 06 May 2024 07:08:09 GMT | 2024-05-06T07:08:09Z",
                "14 February 2025, 18:42 GMT | 2025-02-14T18:42:00Z",
                "Published: July 4, 2025 9:15 pm | 2025-07-04T21:15:00Z",
                "July 4th, 2025 12:05 a.m. EDT | 2025-07-04T04:05:00Z",
                "Fri 21 Mar 2025 16.05 CET | 2025-03-21T15:05:00Z",
                "Sept. 3, 2024 | 2024-09-03T00:00:00Z",
                "Updated 11:21 pm CST, Tuesday, November 19, 2019 | 2019-11-20T05:21:00Z",
                "publiziert am 25. September 2018 | 2018-09-25T00:00:00Z",
                "1er février 2023 | 2023-02-01T00:00:00Z",
                "12 de outubro de 2022, 10:30 | 2022-10-12T10:30:00Z",
                "3 gennaio 2021 | 2021-01-03T00:00:00Z",
            })
    void readsWhatPagesWrite(String value, Instant expected) {
        assertThat(PublicationDate.parse(value)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "yesterday",
                "2024-13-45",
                "31 February 2025",
                "July 4, 2025 25:61",
                "1066-10-14",
                "May 2025"
            })
    void doesNotGuess(String value) {
        assertThat(PublicationDate.parse(value)).isNull();
    }

    @Test
    void readsDatesInAddresses() {
        assertThat(PublicationDate.fromUrl("https://a.example/news/2025/mar/21/x"))
                .isEqualTo(Instant.parse("2025-03-21T00:00:00Z"));
        assertThat(PublicationDate.fromUrl("https://a.example/2019/11/19/x"))
                .isEqualTo(Instant.parse("2019-11-19T00:00:00Z"));
        assertThat(PublicationDate.fromUrl("https://a.example/2019/99/19/x")).isNull();
        assertThat(PublicationDate.fromUrl("https://a.example/news/123")).isNull();
        assertThat(PublicationDate.fromUrl(null)).isNull();
    }
}
