package io.demarche.gateway;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same of what was built, jar or native executable. */
@QuarkusIntegrationTest
class PageIT extends PageTest {}
