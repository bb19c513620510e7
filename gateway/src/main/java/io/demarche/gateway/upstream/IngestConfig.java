package io.demarche.gateway.upstream;

import io.smallrye.config.ConfigMapping;

/** How the ingest service is called. */
@ConfigMapping(prefix = "demarche.ingest")
interface IngestConfig extends UpstreamConfig {}
