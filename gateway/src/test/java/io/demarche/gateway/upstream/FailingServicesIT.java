package io.demarche.gateway.upstream;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.junit.jupiter.api.Tag;

/** The same of what was built, when that is a native executable. */
@QuarkusIntegrationTest
@Tag("executable")
class FailingServicesIT extends FailingServicesTest {}
