package io.demarche.engine.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguagesTest {
    private static final Languages LANGUAGES = Languages.load();

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            ru | Президент России заявил, что Москва готова к переговорам, но не на условиях Киева.
            uk | Президент України заявив, що Київ готовий до переговорів, але не на умовах Москви.
            bg | Президентът заяви, че България ще подкрепи резолюцията, но не и санкциите, които се обсъждат.
            ar | قال وزير الخارجية إن بلاده ترفض العقوبات التي فرضت على إيران بعد فشل المفاوضات.
            fa | وزیر امور خارجه گفت که ایران از مذاکرات حمایت می کند و تحریم ها را رد کرد.
            zh | 中国外交部发言人表示，中方坚决反对美方的制裁。
            ja | 日本政府はロシアによる侵攻を強く非難した。
            ko | 한국 정부는 북한의 미사일 발사를 강력히 규탄했다.
            he | ישראל דחתה את ההצעה להפסקת אש.
            el | Η Αθήνα απέρριψε την πρόταση της Άγκυρας.
            de | Die Bundesregierung hat den Angriff auf die Ukraine scharf verurteilt und will die Sanktionen gegen Russland nicht aufheben, wie ein Sprecher am Montag sagte.
            fr | Le président de la République a condamné l'attaque et a déclaré que la France ne reconnaîtra pas les résultats du référendum dans les régions occupées.
            es | El gobierno de España condenó el ataque y dijo que no reconocerá los resultados del referéndum, pero está dispuesto a apoyar las negociaciones con Rusia.
            it | Il governo italiano ha condannato l'attacco e ha detto che non riconoscerà i risultati del referendum, ma è pronto a sostenere i negoziati con la Russia.
            pt | O governo do Brasil condenou o ataque e disse que não vai reconhecer os resultados, mas está pronto para apoiar as negociações com a Rússia.
            nl | De Nederlandse regering heeft de aanval veroordeeld en zegt dat zij het referendum niet zal erkennen, maar dat er over vrede gesproken kan worden.
            pl | Polski rząd potępił atak i oświadczył, że nie uzna wyników referendum, ale jest gotów poprzeć rozmowy pokojowe z Rosją, które się rozpoczęły.
            tr | Türkiye saldırıyı kınadı ve referandumun sonuçlarını tanımayacağını, ancak Rusya ile barış görüşmelerini desteklemeye hazır olduğunu bir açıklama ile duyurdu; bu çok önemli.
            id | Pemerintah Indonesia mengutuk serangan itu dan mengatakan tidak akan mengakui hasil referendum, tetapi siap untuk mendukung perundingan dengan Rusia.
            vi | Chính phủ Việt Nam đã lên án cuộc tấn công và cho biết sẽ không công nhận kết quả của cuộc trưng cầu dân ý.
            fi | Suomen hallitus tuomitsi hyökkäyksen ja ilmoitti, että se ei tunnusta kansanäänestyksen tulosta, mutta on valmis tukemaan neuvotteluja, jotka ovat alkaneet.
            """)
    void tellsOtherLanguages(String language, String text) {
        assertThat(LANGUAGES.unread(text, null)).isEqualTo("language \"" + language + "\"");
    }

    @Test
    void namesTheScriptOfALanguageThatItDoesNotKnow() {
        assertThat(LANGUAGES.unread("ⲡⲉⲧⲣⲟⲥ", null)).isEqualTo("the Coptic script");
        assertThat(LANGUAGES.unread("Ӕз дӕн", null)).isEqualTo("the Cyrillic script");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "42",
                "Yes.",
                "Non.",
                "Ja, das ist gut.",
                "Putin hails BRICS, Xi warns Taipei, Modi urges restraint, Macron slams Netanyahu, Scholz backs Kyiv",
                "UN chief slams Israel; UN envoy urges restraint; UN council splits; UN peacekeepers leave; UN staff killed",
                "TRUMP VOWS TARIFFS ON EU, UN AND LES ENFANTS DE LA PATRIE EN MARCHE DES TROIS",
                "Luiz Inácio Lula da Silva, Nicolás Maduro Moros, Andrés Manuel López Obrador, Ursula von der Leyen, Josep Borrell i Fontelles, Pedro Sánchez y Pérez-Castejón",
                "Ministers: Sebastião da Rocha, João dos Santos, Maria do Carmo, Rui de la Cruz, Ana da Costa, Jan van den Berg, Piet van der Meer",
                "“Slava Ukraini,” he said. “No pasarán,” the crowd replied in the square before the parliament of the republic.",
                "France's “Rassemblement national pour la France et les Français” rejected the bill, and “La France insoumise” did not vote on it at all.",
                "Kyiv (Київ) and Moscow (Москва) rejected the plan of Beijing (北京).",
                "Visit https://www.example.com or http://news.example.com or www.example.org or mail to press@example.com and desk@example.com today",
                "Pro-Russian, pre-war, co-operation, non-aligned, anti-EU, ex-minister, vice-chair, re-election, de-escalation, en-route",
                "The Ministry of Foreign Affairs of the Russian Federation expressed support for the plan."
            })
    void takesForEnglishWhatMayBe(String text) {
        assertThat(LANGUAGES.unread(text, null)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "EN", "en-US", "en_GB", "eng", " en "})
    void takesTheCallersWordForEnglish(String declared) {
        assertThat(LANGUAGES.unread("Москва поддержала план.", declared)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "und", "mul", "zxx"})
    void looksForItselfWhenTheCallerNamesNoLanguage(String declared) {
        assertThat(LANGUAGES.unread("Moscow backs the plan.", declared)).isNull();
        assertThat(LANGUAGES.unread("Москва за план и против санкций.", declared))
                .startsWith("language \"");
    }

    @Test
    void takesTheCallersWordForAnotherLanguage() {
        assertThat(LANGUAGES.unread("Moscow backs the plan.", "ru")).isEqualTo("language \"ru\"");
        assertThat(LANGUAGES.unread("Moscow backs the plan.", "zh-Hant-TW")).isEqualTo("language \"zh-Hant-TW\"");
    }
}
