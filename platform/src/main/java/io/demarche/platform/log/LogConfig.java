package io.demarche.platform.log;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How the log is written. */
@ConfigMapping(prefix = "demarche.log")
interface LogConfig {

    /** Whether each line is a JSON object, for machines, instead of a line for people. */
    @WithDefault("false")
    boolean json();
}
