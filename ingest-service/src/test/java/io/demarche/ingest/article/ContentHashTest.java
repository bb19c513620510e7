package io.demarche.ingest.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ContentHashTest {

    @Test
    void spacingQuotesAndFormsOfCharactersDoNotCount() {
        assertThat(ContentHash.of("“Non”, he said.\n\nIt’s caf\u00E9 time."))
                .isEqualTo(ContentHash.of("\"Non\", he said. It's cafe\u0301 time."))
                .hasSize(64);
    }

    @Test
    void wordsAndPunctuationCount() {
        assertThat(ContentHash.of("Peace."))
                .isNotEqualTo(ContentHash.of("Peace?"))
                .isNotEqualTo(ContentHash.of("peace."));
    }
}
