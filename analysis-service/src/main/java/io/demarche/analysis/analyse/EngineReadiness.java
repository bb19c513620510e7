package io.demarche.analysis.analyse;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;

/** Neither started nor ready before the engine is loaded. */
@Readiness
@Startup
@ApplicationScoped
class EngineReadiness implements HealthCheck {

    private final EngineService engine;

    EngineReadiness(EngineService engine) {
        this.engine = engine;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("stance engine")
                .status(engine.isReady())
                .build();
    }
}
