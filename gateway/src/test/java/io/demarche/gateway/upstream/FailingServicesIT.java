package io.demarche.gateway.upstream;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same of what was built, jar or native executable. */
@QuarkusIntegrationTest
class FailingServicesIT extends FailingServicesTest {}
