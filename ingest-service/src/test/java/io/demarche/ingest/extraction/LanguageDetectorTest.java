package io.demarche.ingest.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageDetectorTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | The minister said that she would not accept the terms of the proposal and that it was over.",
                "de | Die Ministerin sagte, dass sie die Bedingungen nicht annehmen werde und das Gespräch für beendet hält.",
                "fr | La ministre a dit que le gouvernement ne pouvait pas accepter les conditions de la proposition.",
                "es | La ministra dijo que el gobierno no podía aceptar las condiciones de la propuesta y que se acabó.",
                "ru | Министр сказала, что правительство не может принять условия и что это не подлежит обсуждению на переговорах.",
                "uk | Міністр сказала, що уряд не може прийняти умови та що це не підлягає обговоренню на переговорах, як і було.",
            })
    void tellsLanguages(String language, String text) {
        assertThat(Extractors.LANGUAGES.detect(text, null)).isEqualTo(language);
    }

    @Test
    void fallsBackToWhatIsDeclared() {
        assertThat(Extractors.LANGUAGES.detect("42", "fr")).isEqualTo("fr");
        assertThat(Extractors.LANGUAGES.detect("", null)).isNull();
    }
}
