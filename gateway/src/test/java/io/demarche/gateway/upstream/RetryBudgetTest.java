package io.demarche.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RetryBudgetTest {

    @Test
    void retriesAreAShareOfCalls() {
        RetryBudget budget = new RetryBudget(0.1, 5);
        int retries = 0;
        for (int call = 0; call < 1_000; call++) {
            budget.called();
            // An outage: each call would be tried twice more.
            for (int i = 0; i < 2; i++) {
                if (budget.spend()) {
                    retries++;
                }
            }
        }
        assertThat(retries).isBetween(100, 106);
    }

    @Test
    void aQuietTimeSavesNoMoreThanTheReserve() {
        RetryBudget budget = new RetryBudget(1, 3);
        for (int call = 0; call < 100; call++) {
            budget.called();
        }
        int retries = 0;
        while (budget.spend()) {
            retries++;
        }
        assertThat(retries).isEqualTo(3);
    }
}
