package io.demarche.gateway.upstream;

import io.smallrye.config.ConfigMapping;

/** How the analysis service is called. */
@ConfigMapping(prefix = "demarche.analysis")
interface AnalysisConfig extends UpstreamConfig {}
