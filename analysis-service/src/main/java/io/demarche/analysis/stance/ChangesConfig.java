package io.demarche.analysis.stance;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How changes of stances are told to those who follow them. */
@ConfigMapping(prefix = "demarche.changes")
interface ChangesConfig {

    /** How long removals are remembered; who has not asked for longer than that has to begin anew. */
    @WithDefault("30D")
    Duration memory();
}
