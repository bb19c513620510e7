package io.demarche.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedDateTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2024-05-06T07:30:00Z | 2024-05-06T07:30:00Z",
                "2024-05-06t09:30:00.123+02:00 | 2024-05-06T07:30:00Z",
                "2024-05-06 09:30 +0200 | 2024-05-06T07:30:00Z",
                "2024-05-06T09:30:00+02 | 2024-05-06T07:30:00Z",
                "20240506T073000Z | 2024-05-06T07:30:00Z",
                "20240506 | 2024-05-06T00:00:00Z",
                "2024-05 | 2024-05-01T00:00:00Z",
                "2024-05-06 | 2024-05-06T00:00:00Z",
                "Mon, 06 May 2024 07:30:00 GMT | 2024-05-06T07:30:00Z",
                "Tue, 6 May 2024 03:30:00 EDT | 2024-05-06T07:30:00Z",
                "Mon, 06 May 2024 07:30 UT | 2024-05-06T07:30:00Z",
                "06 May 24 07:30:00 Z | 2024-05-06T07:30:00Z",
                "06-May-2024 07:30:00 | 2024-05-06T07:30:00Z",
                "Mon,06 May 2024 09:30:00 +0200 (CEST) | 2024-05-06T07:30:00Z",
                "Monday, 6 May 2024, 7:30 am | 2024-05-06T07:30:00Z",
                "Mon, 06 May 2024 00:30:00 GMT-0700 | 2024-05-06T07:30:00Z",
                "May 6, 2024 12:30 AM PDT | 2024-05-06T07:30:00Z",
                "Mon May 6 07:30:00 2024 | 2024-05-06T07:30:00Z",
                "Mon May 06 09:30:00 CEST 2024 | 2024-05-06T07:30:00Z",
                "Mon, 06 May 2024 24:00:00 GMT | 2024-05-07T00:00:00Z",
                "Mon, 06 May 2024 07:30:60 GMT | 2024-05-06T07:30:59Z",
            })
    void readsWhatFeedsWrite(String written, String meant) {
        assertThat(FeedDate.parse(written)).isEqualTo(meant == null ? null : Instant.parse(meant));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "Mon, 32 May 2024 07:30:00 GMT",
                "6 Foo 2024",
                "0000-00-00",
                "1024-05-06",
                "2024-13-01"
            })
    void leavesOtherThingsAlone(String written) {
        assertThat(FeedDate.parse(written)).isNull();
    }

    @Property(tries = 1_000)
    void neverFails(@ForAll String any, @ForAll int number) {
        FeedDate.parse(any);
        FeedDate.parse(number + " May " + any);
        FeedDate.parse("2024-05-06T" + number + ":00" + any);
    }
}
