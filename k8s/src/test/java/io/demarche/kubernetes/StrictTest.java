package io.demarche.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the overlays are held to finds each kind of slip. */
class StrictTest {

    private static final String DEPLOYMENT =
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: gateway
            spec:
              selector:
                matchLabels:
                  app: gateway
              template:
                metadata:
                  labels:
                    app: gateway
                spec:
                  securityContext:
                    runAsNonRoot: true
                  containers:
                    - name: gateway
                      image: gateway:1
                      ports:
                        - containerPort: 8080
                      env:
                        - name: A
                          value: "1"
            """;

    private static List<String> faults(String text) {
        return Strict.faults(Rendered.parse(text).get(0));
    }

    @Test
    void whatIsRightIsRight() {
        assertThat(faults(DEPLOYMENT)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            selector:             | selektor:
            runAsNonRoot: true    | runAsNoRoot: true
            runAsNonRoot: true    | runAsNonRoot: sometimes
            containerPort: 8080   | containerPort: http
            containerPort: 8080   | container-port: 8080
            image: gateway:1      | images: gateway:1
            value: "1"            | value: 1
            apiVersion: apps/v1   | apiVersion: apps/v1beta1
            kind: Deployment      | kind: Deployments
            """)
    void slipsAreFound(String right, String wrong) {
        assertThat(DEPLOYMENT).contains(right);
        assertThat(faults(DEPLOYMENT.replace(right, wrong))).isNotEmpty();
    }
}
