package io.demarche.gateway.feed;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same of what was built, jar or native executable. */
@QuarkusIntegrationTest
class FeedResourceIT extends FeedResourceTest {}
