package io.demarche.benchmarks.ingest;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** Plain COPY of what a batch has stored. */
final class Copies {

    private static final List<String> TABLES = List.of("article", "work_item", "story_copy");

    private final Connection connection;
    private final int articles;

    Copies(Connection connection, int articles) {
        this.connection = connection;
        this.articles = articles;
    }

    /** Articles a second into a table without keys and indexes. */
    double bare() throws SQLException, IOException {
        return rate(List.of("article"), "");
    }

    /** Articles a second into all the tables, with their keys and indexes; without foreign keys. */
    double keyed() throws SQLException, IOException {
        return rate(TABLES, "including all");
    }

    private double rate(List<String> tables, String like) throws SQLException, IOException {
        CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
        double seconds = 0;
        for (String table : tables) {
            execute("drop table if exists copied");
            execute("create table copied (like " + table + " " + like + ")");
            String id = table.equals("article") ? "id" : "article_id";
            ByteArrayOutputStream rows = new ByteArrayOutputStream();
            copy.copyOut(
                    "copy (select * from " + table + " where " + id
                            + " in (select id from article order by id desc limit " + articles + ") order by " + id
                            + ") to stdout (format binary)",
                    rows);
            long began = System.nanoTime();
            copy.copyIn("copy copied from stdin (format binary)", new ByteArrayInputStream(rows.toByteArray()));
            seconds += (System.nanoTime() - began) / 1e9;
        }
        execute("drop table copied");
        return articles / seconds;
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
