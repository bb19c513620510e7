package io.demarche.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.demarche.embedded.testing.EmbeddedDatabaseResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A release starts on a database that a later one has migrated: it can be rolled back. */
@QuarkusTest
@WithTestResource(EmbeddedDatabaseResource.class)
class NewerSchemaTest {

    @Inject
    Flyway flyway;

    @Inject
    AgroalDataSource database;

    @AfterEach
    void forget() throws SQLException {
        run("delete from flyway_schema_history where version = '999'");
    }

    @Test
    void migrationsOfALaterReleaseAreNoObstacle() throws SQLException {
        run(
                """
                insert into flyway_schema_history (installed_rank, version, description, type, script, checksum,
                    installed_by, installed_on, execution_time, success)
                values (999, '999', 'later', 'SQL', 'V999__later.sql', 1, 'later', now(), 1, true)""");
        assertThat(flyway.info().all()).anyMatch(one -> "999".equals(String.valueOf(one.getVersion())));
        assertThat(flyway.migrate().success).isTrue();
    }

    private void run(String statement) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement one = connection.createStatement()) {
            one.execute(statement);
        }
    }
}
