package io.demarche.gateway.extraction;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same of what was built, jar or native executable. */
@QuarkusIntegrationTest
class ExtractionResourceIT extends ExtractionResourceTest {}
