package io.demarche.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class LedgerTest {
    private static final String STANCE =
            "{\"holder\":{\"name\":\"%s\"},\"target\":{\"name\":\"%s\"},\"polarity\":\"%s\",\"confidence\":%s,"
                    + "\"evidence\":{\"sentence\":{\"text\":\"%s\"}}}";

    @Test
    void saidMostOftenComesFirstWithItsSurestWords() throws JsonProcessingException {
        Ledger ledger = new Ledger();
        ledger.add(new ObjectMapper()
                .readTree("[" + STANCE.formatted("China", "Sanctions", "OPPOSE", 0.9, "one") + ","
                        + STANCE.formatted("Russia", "Peace", "SUPPORT", 0.5, "weak") + ","
                        + STANCE.formatted("Russia", "Peace", "SUPPORT", 0.8, "sure") + "]"));
        assertThat(ledger.table(10)).hasSize(3);
        assertThat(ledger.table(10).get(1)).contains("Russia", "for", "Peace", "2×", "“sure”");
        assertThat(ledger.table(10).get(2)).contains("China", "against", "Sanctions", "1×");
    }

    @Test
    void forAndAgainstIsMixed() throws JsonProcessingException {
        Ledger ledger = new Ledger();
        ledger.add(new ObjectMapper()
                .readTree("[" + STANCE.formatted("Iran", "Talks", "SUPPORT", 0.5, "a") + ","
                        + STANCE.formatted("Iran", "Talks", "OPPOSE", 0.5, "b") + "]"));
        assertThat(ledger.table(1).get(1)).contains("mixed");
        assertThat(ledger.size()).isEqualTo(1);
    }
}
