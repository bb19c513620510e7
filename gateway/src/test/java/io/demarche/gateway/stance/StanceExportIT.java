package io.demarche.gateway.stance;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same of what was built, jar or native executable. */
@QuarkusIntegrationTest
class StanceExportIT extends StanceExportTest {}
