package io.demarche.platform.strict;

import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.SmallRyeConfigBuilderCustomizer;

/**
 * Quarkus answers a broken URI with a bare status before any handler sees it. {@link RequestLimits} makes the same check
 * and answers with a problem, so Quarkus is told to leave it out. Its switch is a system property that it reads once, when
 * its HTTP classes are loaded; the configuration is built before that.
 */
public final class OwnUriCheck implements SmallRyeConfigBuilderCustomizer {

    private static final String SWITCH = "vertx.disableURIValidation";

    @Override
    public void configBuilder(SmallRyeConfigBuilder builder) {
        if (System.getProperty(SWITCH) == null) {
            System.setProperty(SWITCH, "true");
        }
    }
}
