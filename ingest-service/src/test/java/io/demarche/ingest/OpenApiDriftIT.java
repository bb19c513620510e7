package io.demarche.ingest;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same of what was built. */
@QuarkusIntegrationTest
class OpenApiDriftIT extends OpenApiDriftTest {}
