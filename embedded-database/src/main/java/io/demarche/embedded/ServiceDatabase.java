package io.demarche.embedded;

import io.demarche.platform.database.DatabaseAddress;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** The one database in a PostgreSQL that a service uses, and the role that owns it (no superuser). */
public final class ServiceDatabase {

    static final String NAME = "demarche";

    private ServiceDatabase() {}

    /**
     * Makes the role and the database if they are not there.
     *
     * @param administration connects as superuser
     * @param port where that PostgreSQL listens on 127.0.0.1
     * @param password for the role: letters and digits only
     */
    public static DatabaseAddress prepare(DataSource administration, int port, String password) throws SQLException {
        if (!password.matches("[0-9A-Za-z]+")) {
            throw new IllegalArgumentException("a password of letters and digits is needed");
        }
        try (Connection connection = administration.getConnection();
                Statement statement = connection.createStatement()) {
            if (!exists(statement, "select 1 from pg_roles where rolname = '" + NAME + "'")) {
                statement.execute("create role " + NAME + " login password '" + password + "'");
            }
            if (!exists(statement, "select 1 from pg_database where datname = '" + NAME + "'")) {
                statement.execute("create database " + NAME + " owner " + NAME);
            }
        }
        return new DatabaseAddress("postgresql://127.0.0.1:" + port + "/" + NAME, NAME, password);
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }
}
