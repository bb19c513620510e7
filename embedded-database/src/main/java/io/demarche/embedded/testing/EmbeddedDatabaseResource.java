package io.demarche.embedded.testing;

import io.demarche.platform.database.DatabaseAddress;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gives a test run a PostgreSQL of its own that is thrown away with it. Sets {@code demarche.database.url}, {@code .user}
 * and {@code .password}. Put {@code @WithTestResource(EmbeddedDatabaseResource.class)} on one test of the module.
 */
public final class EmbeddedDatabaseResource implements QuarkusTestResourceLifecycleManager {

    private @Nullable ThrowAwayDatabase database;

    @Override
    public Map<String, String> start() {
        ThrowAwayDatabase started = ThrowAwayDatabase.start();
        database = started;
        DatabaseAddress address = started.address();
        return Map.of(
                "demarche.database.url", address.url(),
                "demarche.database.user", address.user(),
                "demarche.database.password", address.password());
    }

    @Override
    public void stop() {
        if (database != null) {
            database.close();
            database = null;
        }
    }
}
