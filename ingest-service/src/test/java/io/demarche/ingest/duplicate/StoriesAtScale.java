package io.demarche.ingest.duplicate;

import io.demarche.embedded.EmbeddedDatabase;
import io.demarche.platform.database.DatabaseAddress;
import io.demarche.platform.id.Uuid7;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * How long it takes to find the copies of an article among a million: {@code StoriesAtScale FOLDER [ARTICLES]}. A database
 * is made in the folder and filled with made articles of 300 words, then 2,000 new ones are sorted in, half of them
 * light edits of what is there. docs/stories.md has the command and the figures.
 */
public final class StoriesAtScale {

    private static final int WORDS = 300;
    private static final int LANGUAGE = 50_000;
    private static final int ASKED = 2_000;
    private static final int WARM_UP = 200;

    private final Random random = new Random(41);

    private StoriesAtScale() {}

    public static void main(String[] args) throws IOException, SQLException {
        int articles = args.length > 1 ? Integer.parseInt(args[1]) : 1_000_000;
        try (var database = new EmbeddedDatabase().start(Path.of(args[0]))) {
            DatabaseAddress address = database.address();
            String url = "jdbc:" + address.url();
            Flyway.configure()
                    .dataSource(url, address.user(), address.password())
                    .load()
                    .migrate();
            try (Connection connection = DriverManager.getConnection(url, address.user(), address.password())) {
                new StoriesAtScale().run(connection, articles);
            }
        }
    }

    private void run(Connection connection, int articles) throws SQLException {
        List<String> sample = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            statement.execute("truncate article cascade");
            statement.execute("drop index story_bands_idx");
            fill(connection, articles, sample);
            long started = System.nanoTime();
            statement.execute("set maintenance_work_mem = '1GB'");
            statement.execute("create index story_bands_idx on story_bands using gin (bands) with (fastupdate = off)");
            statement.execute("analyze");
            // What is measured reads; the disk is not waited for.
            statement.execute("set synchronous_commit = off");
            System.out.printf(
                    "%,d articles; index built in %d s%n", articles, (System.nanoTime() - started) / 1_000_000_000);
        }
        ask(connection, sample);
    }

    /** A word is as frequent as words are (Zipf). */
    private String text() {
        return IntStream.range(0, WORDS)
                .mapToObj(i -> "w" + (int) Math.pow(LANGUAGE, random.nextDouble()))
                .collect(Collectors.joining(" "));
    }

    private void fill(Connection connection, int articles, List<String> sample) throws SQLException {
        int part = 20_000;
        for (int done = 0; done < articles; done += part) {
            List<String> texts = IntStream.range(0, Math.min(part, articles - done))
                    .mapToObj(i -> text())
                    .toList();
            sample.addAll(texts.subList(0, Math.min(texts.size(), ASKED)));
            List<UUID> ids = texts.stream().map(text -> Uuid7.next()).toList();
            copy(
                    connection,
                    "copy article (id, content_hash, text, dropped, created_at) from stdin",
                    IntStream.range(0, texts.size())
                            .mapToObj(i -> ids.get(i) + "\t\\\\x"
                                    + ids.get(i).toString().replace("-", "").repeat(2) + "\t" + texts.get(i)
                                    + "\t[]\tnow\n"));
            copy(
                    connection,
                    "copy story_bands (article_id, bands) from stdin",
                    IntStream.range(0, texts.size())
                            .parallel()
                            .mapToObj(i -> ids.get(i) + "\t" + CopyService.bands(texts.get(i)) + "\n"));
        }
        Collections.shuffle(sample, random);
    }

    private static void copy(Connection connection, String into, java.util.stream.Stream<String> rows)
            throws SQLException {
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(into);
        for (String row : rows.toList()) {
            byte[] bytes = row.getBytes(StandardCharsets.UTF_8);
            copy.writeToCopy(bytes, 0, bytes.length);
        }
        copy.endCopy();
    }

    private void ask(Connection connection, List<String> sample) throws SQLException {
        List<Long> times = new ArrayList<>();
        int found = 0;
        for (int i = 0; i < ASKED + WARM_UP; i++) {
            String text = i % 2 == 0
                    ? text()
                    : sample.get(i % sample.size()) + " printed by another paper with a line of its own";
            UUID id = store(connection, text);
            long started = System.nanoTime();
            boolean copied = look(connection, id, text);
            if (i >= WARM_UP) {
                times.add(System.nanoTime() - started);
                found += copied ? 1 : 0;
            }
        }
        Collections.sort(times);
        System.out.printf(
                "%,d looked up, %,d of %,d copies found: median %.2f ms, 95 %% %.2f ms, 99 %% %.2f ms, longest %.2f ms%n",
                times.size(), found, ASKED / 2, at(times, 0.5), at(times, 0.95), at(times, 0.99), at(times, 1));
    }

    private static double at(List<Long> sorted, double share) {
        return sorted.get((int) Math.min(sorted.size() - 1, share * sorted.size())) / 1e6;
    }

    private static UUID store(Connection connection, String text) throws SQLException {
        UUID id = Uuid7.next();
        String hash = id.toString().replace("-", "").repeat(2);
        try (PreparedStatement article = connection.prepareStatement(
                        "insert into article (id, content_hash, text, dropped, created_at) values (?, decode(?, 'hex'), ?, '[]', now())");
                PreparedStatement copy = connection.prepareStatement(
                        "insert into story_bands (article_id, bands) values (?, ?::bigint[])")) {
            article.setObject(1, id);
            article.setString(2, hash);
            article.setString(3, text);
            article.executeUpdate();
            copy.setObject(1, id);
            copy.setString(2, CopyService.bands(text));
            copy.executeUpdate();
        }
        return id;
    }

    /** What {@link CopyService#settle} does until it merges: neighbours from the database, and the comparison. */
    private static boolean look(Connection connection, UUID id, String text) throws SQLException {
        boolean copied = false;
        long[] own = Shingles.of(text);
        try (PreparedStatement neighbours =
                        connection.prepareStatement(CopyRepository.NEIGHBOURS.replace("$1::uuid[]", "?"));
                PreparedStatement texts = connection.prepareStatement("select text from article where id = ?")) {
            neighbours.setArray(1, connection.createArrayOf("uuid", new UUID[] {id}));
            try (ResultSet rows = neighbours.executeQuery()) {
                while (rows.next()) {
                    texts.setObject(1, rows.getObject("other_id"));
                    try (ResultSet other = texts.executeQuery()) {
                        copied |= other.next() && CopyRules.areCopies(own, Shingles.of(other.getString(1)));
                    }
                }
            }
        }
        return copied;
    }
}
