package io.demarche.ingest.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {

    @ParameterizedTest
    @CsvSource({
        "HTTPS://User:pw@WWW.Example.ORG:443/a?b=c#d, https://www.example.org/a?b=c",
        "http://example.org, http://example.org/",
        "http://example.org:8080/x, http://example.org:8080/x",
    })
    void bringsAddressesIntoOneForm(String raw, String expected) {
        assertThat(WebAddress.normalise(raw)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.org/a",
                "/a",
                "ftp://example.org/",
                "javascript:alert(1)",
                "http://",
                "http://a b/",
                "https:///x",
                "mailto:a@b.example"
            })
    void refusesWhatIsNoWebAddress(String raw) {
        assertThat(WebAddress.normalise(raw)).isNull();
    }

    @Test
    void refusesWhatIsTooLong() {
        assertThat(WebAddress.normalise("https://example.org/" + "a".repeat(WebAddress.MAX_LENGTH)))
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "https://www.bbc.co.uk/news, bbc.co.uk",
        "https://edition.cnn.com/x, cnn.com",
        "https://kyivindependent.com/x, kyivindependent.com",
        "https://a.b.example.com.au/, example.com.au",
        "https://t.co/x, t.co",
        "http://127.0.0.1/x, 127.0.0.1",
        "http://localhost/x, localhost",
    })
    void namesThePublication(String url, String expected) {
        assertThat(WebAddress.registrableDomain(WebAddress.normalise(url))).isEqualTo(expected);
    }
}
