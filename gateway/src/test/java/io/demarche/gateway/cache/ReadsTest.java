package io.demarche.gateway.cache;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.demarche.gateway.testing.CaffeineClasses;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import java.time.Clock;
import org.junit.jupiter.api.Test;

class ReadsTest {

    @Test
    void aNativeExecutableKnowsTheClassesOfItsCache() throws Exception {
        CacheConfig config = new SmallRyeConfigBuilder()
                .withMapping(CacheConfig.class)
                .addDiscoveredConverters()
                .build()
                .getConfigMapping(CacheConfig.class);
        Vertx vertx = Vertx.vertx();
        try {
            Reads reads = new Reads(config, new ObjectMapper(), vertx, Clock.systemUTC());

            assertThat(Reads.class.getAnnotation(RegisterForReflection.class).classNames())
                    .containsExactlyInAnyOrderElementsOf(CaffeineClasses.of(reads, "kept"));
        } finally {
            vertx.close();
        }
    }
}
