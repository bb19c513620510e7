package io.demarche.analysis;

import io.demarche.platform.problem.ProblemException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Reads the times that callers send. */
public final class Moments {

    /** Years beyond these are slips, and PostgreSQL does not hold all that Java can read. */
    private static final int LAST_YEAR = 9999;

    private Moments() {}

    /**
     * Reads a timestamp of RFC 3339, or a plain date, which is its midnight in UTC.
     *
     * @param field what the answer names when it is neither
     * @param value null or blank stands for none
     * @throws ProblemException 400 naming the field
     */
    public static @Nullable Instant read(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        try {
            OffsetDateTime time = value.indexOf('T') < 0 && value.indexOf('t') < 0
                    ? LocalDate.parse(value).atStartOfDay().atOffset(ZoneOffset.UTC)
                    : OffsetDateTime.parse(value);
            if (time.getYear() >= 1 && time.getYear() <= LAST_YEAR) {
                return time.toInstant();
            }
        } catch (DateTimeException unreadable) {
            // Answered below, as any other value that is no time.
        }
        throw ProblemException.badRequest(
                field, "must be a time such as 2024-05-01T12:00:00Z, or a date such as 2024-05-01");
    }
}
