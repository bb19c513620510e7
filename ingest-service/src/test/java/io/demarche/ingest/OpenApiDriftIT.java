package io.demarche.ingest;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.quarkus.test.junit.TestProfile;

/** The same of what was built. */
@QuarkusIntegrationTest
@TestProfile(PackagedProfile.class)
class OpenApiDriftIT extends OpenApiDriftTest {}
