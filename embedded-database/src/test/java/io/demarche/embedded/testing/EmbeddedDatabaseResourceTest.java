package io.demarche.embedded.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EmbeddedDatabaseResourceTest {

    @Test
    void givesADatabaseAndTakesItAway() throws SQLException {
        EmbeddedDatabaseResource resource = new EmbeddedDatabaseResource();
        Map<String, String> config = resource.start();
        try {
            assertThat(config)
                    .containsOnlyKeys("demarche.database.url", "demarche.database.user", "demarche.database.password");
            try (Connection connection = connect(config);
                    Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(
                            "select current_setting('fsync'), current_setting('server_version')")) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getString(1)).isEqualTo("off");
                assertThat(rows.getString(2)).startsWith("18.");
            }
        } finally {
            resource.stop();
        }
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> connect(config).close());
        resource.stop();
    }

    private static Connection connect(Map<String, String> config) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:" + config.get("demarche.database.url"),
                config.get("demarche.database.user"),
                config.get("demarche.database.password"));
    }
}
