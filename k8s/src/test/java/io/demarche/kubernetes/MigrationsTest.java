package io.demarche.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Migrations only add. While a release is rolled out, and after it is rolled back, the one before works on the same
 * tables: what it uses is taken away a release later, and then named here.
 */
class MigrationsTest {

    /** Migrations that take away what no release that may still run has used; none so far. */
    private static final List<String> CONTRACTING = List.of();

    /** What the release before would miss, or cannot fill. */
    private static final Pattern NOT_ADDING = Pattern.compile("\\b(drop|rename|truncate)\\b"
            + "|\\bset not null\\b"
            + "|\\balter column \\w+ (set data )?type\\b"
            + "|\\badd column \\w+ (?!.*\\bdefault\\b)[^,;]*\\bnot null\\b"
            + "|\\balter table \\w+ add (constraint|check|unique|foreign|primary)\\b");

    @ParameterizedTest
    @ValueSource(strings = {"ingest-service", "analysis-service"})
    void onlyAdd(String service) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("..", service, "src/main/resources/db/migration"))) {
            List<Path> migrations = files.filter(
                            file -> file.getFileName().toString().startsWith("V"))
                    .filter(file -> !CONTRACTING.contains(file.getFileName().toString()))
                    .toList();
            assertThat(migrations).isNotEmpty().allSatisfy(file -> assertThat(faults(Files.readString(file)))
                    .as(file.toString())
                    .isEmpty());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "drop table feed;",
                "alter table feed drop column title;",
                "alter table feed rename column title to name;",
                "alter table feed alter column title set not null;",
                "alter table feed alter column failures type bigint;",
                "alter table feed add column kind text not null;",
                "alter table feed add constraint short check (length(title) < 9);",
            })
    void whatTheReleaseBeforeWouldMissIsFound(String statement) {
        assertThat(faults(statement)).isNotEmpty();
    }

    @Test
    void whatIsAddedIsNoFault() {
        assertThat(
                        faults(
                                """
                                -- Nothing is dropped.
                                create table feed (id uuid not null, constraint feed_key unique (id));
                                alter table feed add column kind text not null default 'RSS', add column note text;
                                create or replace view feeds as select id from feed;"""))
                .isEmpty();
    }

    private static List<String> faults(String sql) {
        String bare = sql.replaceAll("--[^\\n]*", "").replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
        return Stream.of(bare.split(";"))
                .filter(statement -> !statement.strip().startsWith("create table"))
                .flatMap(statement -> NOT_ADDING.matcher(statement).results())
                .map(found -> found.group())
                .toList();
    }
}
