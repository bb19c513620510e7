package io.demarche.gateway.analysis;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same of what was built, jar or native executable. */
@QuarkusIntegrationTest
class AnalysisResourceIT extends AnalysisResourceTest {}
