package io.demarche.analysis;

import io.demarche.analysis.worker.IngestServer;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same of what was built, jar or native executable; asked of the process that {@code WorkerIT} asks. */
@QuarkusIntegrationTest
@WithTestResource(IngestServer.class)
class OpenApiIT extends OpenApiTest {}
