package io.demarche.analysis.stance;

import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * RFC 4180: a line of names, then a line for each stance. A text that a spreadsheet would take for a formula gets an
 * apostrophe before it, see {@link #guarded}.
 */
@ApplicationScoped
class CsvFormat implements StanceFormat {

    /** Between values of one field. */
    private static final String BETWEEN = "|";

    /** What a spreadsheet may take for the beginning of a formula, in full width too. */
    private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

    private final CsvFactory factory = CsvFactory.builder()
            .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
            .build();
    private final CsvSchema schema = CsvSchema.emptySchema().withLineSeparator("\r\n");
    private final List<Column> columns = CsvColumns.all(BETWEEN);

    /**
     * A column.
     *
     * @param name in the first line
     * @param value null for an empty field; a text is guarded, everything else written as it is
     */
    record Column(String name, Function<StoredStance, @Nullable Object> value) {}

    @Override
    public String mediaType() {
        return StanceExportService.CSV + "; charset=utf-8; header=present";
    }

    @Override
    public Buffer head() {
        return write(generator -> {
            generator.writeStartArray();
            for (Column column : columns) {
                generator.writeString(column.name());
            }
            generator.writeEndArray();
        });
    }

    @Override
    public Buffer lines(List<StoredStance> stances) {
        return write(generator -> {
            for (StoredStance stance : stances) {
                generator.writeStartArray();
                for (Column column : columns) {
                    field(generator, column.value().apply(stance));
                }
                generator.writeEndArray();
            }
        });
    }

    private static void field(CsvGenerator generator, @Nullable Object value) throws IOException {
        if (value == null) {
            // Without columns of its own the generator would leave a null out.
            generator.writeString("");
        } else if (value instanceof Integer number) {
            generator.writeNumber(number);
        } else if (value instanceof Double number) {
            generator.writeNumber(number);
        } else if (value instanceof String text) {
            generator.writeString(guarded(text));
        } else {
            generator.writeString(value.toString());
        }
    }

    /**
     * A text that is no formula to any spreadsheet: with an apostrophe before it where its first character could begin
     * one. Titles and sentences come from pages that anybody may have written.
     */
    static String guarded(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private interface Writing {
        void to(CsvGenerator generator) throws IOException;
    }

    private Buffer write(Writing writing) {
        StringWriter text = new StringWriter();
        try (CsvGenerator generator = factory.createGenerator(text)) {
            generator.setSchema(schema);
            writing.to(generator);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Buffer.buffer(text.toString());
    }
}
