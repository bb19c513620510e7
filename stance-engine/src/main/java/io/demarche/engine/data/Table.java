package io.demarche.engine.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A tab-separated data file. A line that starts with {@code #} is a comment; {@code -} is an empty cell; {@code |} joins
 * the items of a list.
 */
public final class Table {
    private final List<Row> rows;

    private Table(List<Row> rows) {
        this.rows = rows;
    }

    /**
     * Reads a file that lies beside the engine's classes.
     *
     * @throws IllegalStateException when it is missing or a row has another number of cells
     */
    public static Table read(String name, int columns) {
        String text = new String(bytes(name), StandardCharsets.UTF_8);
        List<Row> rows = new ArrayList<>();
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] cells = line.split("\t", -1);
            if (cells.length != columns) {
                throw new IllegalStateException(
                        name + " line " + number + " has " + cells.length + " cells, not " + columns);
            }
            rows.add(new Row(cells));
        }
        return new Table(List.copyOf(rows));
    }

    /** Whether a file lies beside the engine's classes. */
    public static boolean exists(String name) {
        return Table.class.getResource("/io/demarche/engine/" + name) != null;
    }

    /** The bytes of a file that lies beside the engine's classes. */
    public static byte[] bytes(String name) {
        try (InputStream stream = Table.class.getResourceAsStream("/io/demarche/engine/" + name)) {
            if (stream == null) {
                throw new IllegalStateException("the data file " + name + " is not on the class path");
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("the data file " + name + " can't be read", e);
        }
    }

    public List<Row> rows() {
        return rows;
    }

    /** One line. */
    public static final class Row {
        private final String[] cells;

        Row(String[] cells) {
            this.cells = cells;
        }

        /** A cell's text; empty for an empty cell. */
        public String text(int column) {
            String cell = cells[column].strip();
            return cell.equals("-") ? "" : cell;
        }

        /** A cell as written, where {@code -} has a meaning of its own. */
        public String raw(int column) {
            return cells[column].strip();
        }

        /** The items of a list cell; the separator is one mark, such as {@code |}. */
        public List<String> list(int column, String separator) {
            String cell = text(column);
            return cell.isEmpty()
                    ? List.of()
                    : Arrays.stream(cell.split("\\" + separator))
                            .map(String::strip)
                            .filter(item -> !item.isEmpty())
                            .toList();
        }
    }
}
