package io.demarche.analysis.analyse;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready before the engine is loaded. */
@Readiness
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
