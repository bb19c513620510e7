package io.demarche.gateway.article;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same of what was built, jar or native executable. */
@QuarkusIntegrationTest
class ArticleResourceIT extends ArticleResourceTest {}
