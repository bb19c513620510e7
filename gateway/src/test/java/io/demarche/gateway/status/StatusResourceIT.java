package io.demarche.gateway.status;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same of what was built, jar or native executable. */
@QuarkusIntegrationTest
class StatusResourceIT extends StatusResourceTest {}
