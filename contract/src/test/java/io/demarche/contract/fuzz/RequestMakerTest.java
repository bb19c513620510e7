package io.demarche.contract.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.demarche.contract.Committed;
import io.demarche.contract.document.Document;
import io.demarche.contract.document.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RequestMakerTest {

    private static final Document DOCUMENT = Committed.gateway();

    private static List<Attempt> some(long seed, int count) {
        RequestMaker maker = new RequestMaker(DOCUMENT, new Random(seed), Map.of(), List.of("Host: x"));
        List<Attempt> made = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            made.add(maker.next());
        }
        return made;
    }

    @Test
    void equalSeedsMakeEqualRequests() {
        assertThat(some(7, 300).toString()).isEqualTo(some(7, 300).toString());
        assertThat(some(7, 300).toString()).isNotEqualTo(some(8, 300).toString());
    }

    @Test
    void everyOperationIsAskedManyWays() {
        AnswerRules rules = new AnswerRules(DOCUMENT);
        Map<String, List<Attempt>> byOperation = some(1, 1_500).stream()
                .filter(attempt -> rules.operation(attempt).isPresent())
                .collect(Collectors.groupingBy(
                        attempt -> rules.operation(attempt).orElseThrow().id()));
        assertThat(byOperation.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        DOCUMENT.operations().stream().map(Operation::id).toList());
        assertThat(byOperation.values()).allSatisfy(attempts -> assertThat(
                        attempts.stream().map(Attempt::toString).distinct())
                .hasSizeGreaterThan(30));
        assertThat(some(1, 1_500).stream().filter(Attempt::broken)).hasSizeBetween(30, 300);
    }
}
