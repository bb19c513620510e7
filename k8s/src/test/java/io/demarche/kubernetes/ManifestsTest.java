package io.demarche.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class ManifestsTest {

    private static final String DEPLOYMENT =
            """
            kind: Deployment
            metadata:
              name: a
              labels: {x: "1", b: two}
            spec:
              env:
                - {name: Z, value: "true"}
                - {value: 5S, name: A}
              args: [second, first]
            """;
    private static final String ACCOUNT = "kind: ServiceAccount\nmetadata: {name: a}\n";

    @Test
    void oneOrderWhateverTheOrderBefore() throws IOException {
        assertThat(Manifests.ordered(ACCOUNT + "---\n" + DEPLOYMENT))
                .isEqualTo(Manifests.ordered(DEPLOYMENT + "---\n" + ACCOUNT))
                .isEqualTo(
                        """
                        ---
                        kind: Deployment
                        metadata:
                          labels:
                            b: two
                            x: "1"
                          name: a
                        spec:
                          args:
                          - second
                          - first
                          env:
                          - name: A
                            value: 5S
                          - name: Z
                            value: "true"
                        ---
                        kind: ServiceAccount
                        metadata:
                          name: a
                        """);
    }
}
