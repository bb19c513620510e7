package io.demarche.ingest.feed;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads times of RFC 822 and RFC 3339, and what feeds make of them: no weekday or a wrong one, months in full, years of
 * two digits, no seconds, names of zones, no zone (then it is UTC).
 */
final class FeedDate {

    private static final int MAX_LENGTH = 80;
    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2100;
    /** RFC 2822: years of two digits up to this one are of the 21st century. */
    private static final int TURN_OF_CENTURY = 49;

    private static final String TIME =
            "(?:[t,\\s]*(\\d{1,2})[:.h]?(\\d{2})(?:[:.]?(\\d{2})(?:[.,]\\d{1,9})?)?\\s*(am|pm)?)?";
    private static final String ZONE =
            "\\s*(?:\\(?(?:gmt|utc|ut)?([+-]\\d{1,2}(?::?\\d{2})?)\\)?|\\(?([a-z]{1,5})\\)?)?.*";
    private static final Pattern ISO = Pattern.compile("(\\d{4})-?(\\d{1,2})-?(\\d{1,2})" + TIME + ZONE);
    private static final Pattern MONTH_ONLY = Pattern.compile("(\\d{4})-(\\d{2})");
    private static final Pattern DAY_FIRST = Pattern.compile(
            "(?:[a-z]+\\.?,?\\s*)?(\\d{1,2})(?:st|nd|rd|th)?[\\s-]+([a-z]{3})[a-z]*\\.?,?[\\s-]+(\\d{4}|\\d{2})" + TIME
                    + ZONE);
    private static final Pattern MONTH_FIRST = Pattern.compile(
            "(?:[a-z]+\\.?,?\\s+)?([a-z]{3})[a-z]*\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})" + TIME + ZONE);
    /** As C's ctime writes it, with the year behind the time. */
    private static final Pattern CTIME = Pattern.compile(
            "[a-z]{3}\\s+([a-z]{3})\\s+(\\d{1,2})\\s+(\\d{1,2}:\\d{2}:\\d{2})\\s+(?:([a-z]{1,5})\\s+)?(\\d{4})");

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    /** Hours from UTC of the zones that RFC 822 names, and of others that news sites do. */
    private static final Map<String, Integer> ZONES = Map.ofEntries(
            Map.entry("est", -5),
            Map.entry("edt", -4),
            Map.entry("cst", -6),
            Map.entry("cdt", -5),
            Map.entry("mst", -7),
            Map.entry("mdt", -6),
            Map.entry("pst", -8),
            Map.entry("pdt", -7),
            Map.entry("bst", 1),
            Map.entry("cet", 1),
            Map.entry("cest", 2),
            Map.entry("met", 1),
            Map.entry("eet", 2),
            Map.entry("eest", 3),
            Map.entry("msk", 3),
            Map.entry("jst", 9),
            Map.entry("kst", 9),
            Map.entry("hkt", 8),
            Map.entry("sgt", 8),
            Map.entry("aest", 10),
            Map.entry("aedt", 11),
            Map.entry("nzst", 12),
            Map.entry("nzdt", 13));

    private FeedDate() {}

    /**
     * Reads a time.
     *
     * @param value any string, or null
     * @return the time; midnight UTC when there is only a date; null when there is none
     */
    static @Nullable Instant parse(@Nullable String value) {
        if (value == null || value.length() > MAX_LENGTH) {
            return null;
        }
        String text = value.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        try {
            return read(text);
        } catch (DateTimeException | NumberFormatException e) {
            return null;
        }
    }

    private static @Nullable Instant read(String text) {
        Matcher month = MONTH_ONLY.matcher(text);
        if (month.matches()) {
            return at(date(month.group(1), month.group(2), "1"), LocalTime.MIDNIGHT, ZoneOffset.UTC);
        }
        Matcher iso = ISO.matcher(text);
        if (iso.matches()) {
            return at(date(iso.group(1), iso.group(2), iso.group(3)), iso);
        }
        Matcher day = DAY_FIRST.matcher(text);
        if (day.matches()) {
            return at(date(day.group(3), number(day.group(2)), day.group(1)), day);
        }
        Matcher name = MONTH_FIRST.matcher(text);
        if (name.matches()) {
            return at(date(name.group(3), number(name.group(1)), name.group(2)), name);
        }
        Matcher ctime = CTIME.matcher(text);
        return ctime.matches()
                ? at(
                        date(ctime.group(5), number(ctime.group(1)), ctime.group(2)),
                        LocalTime.parse((ctime.group(3).length() < 8 ? "0" : "") + ctime.group(3)),
                        zone(null, ctime.group(4)))
                : null;
    }

    private static String number(String month) {
        int index = MONTHS.indexOf(month);
        if (index < 0) {
            throw new DateTimeException("no month");
        }
        return Integer.toString(index + 1);
    }

    private static LocalDate date(String year, String month, String day) {
        int written = Integer.parseInt(year);
        int full = year.length() > 2 ? written : written + (written <= TURN_OF_CENTURY ? 2000 : 1900);
        if (full < FIRST_YEAR || full > LAST_YEAR) {
            throw new DateTimeException("no year of a feed");
        }
        return LocalDate.of(full, Integer.parseInt(month), Integer.parseInt(day));
    }

    /** The groups behind the date's three are hour, minute, second, half of the day, offset, name of a zone. */
    private static Instant at(LocalDate date, Matcher matcher) {
        if (matcher.group(4) == null) {
            return at(date, LocalTime.MIDNIGHT, ZoneOffset.UTC);
        }
        int hour = Integer.parseInt(matcher.group(4));
        if (matcher.group(7) != null) {
            hour = hour % 12 + (matcher.group(7).equals("pm") ? 12 : 0);
        }
        int second = matcher.group(6) == null ? 0 : Integer.parseInt(matcher.group(6));
        // Leap seconds, and the end of a day written as its 24th hour.
        LocalTime time = LocalTime.of(hour % 24, Integer.parseInt(matcher.group(5)), Math.min(second, 59));
        return at(hour == 24 ? date.plusDays(1) : date, time, zone(matcher.group(8), matcher.group(9)));
    }

    private static Instant at(LocalDate date, LocalTime time, ZoneOffset zone) {
        return date.atTime(time).toInstant(zone);
    }

    private static ZoneOffset zone(@Nullable String offset, @Nullable String name) {
        if (offset != null) {
            String digits = offset.substring(1).replace(":", "");
            int split = digits.length() > 2 ? digits.length() - 2 : digits.length();
            int minutes = Integer.parseInt(digits.substring(0, split)) * 60
                    + (split < digits.length() ? Integer.parseInt(digits.substring(split)) : 0);
            return ZoneOffset.ofTotalSeconds((offset.charAt(0) == '-' ? -60 : 60) * minutes);
        }
        return ZoneOffset.ofHours(name == null ? 0 : ZONES.getOrDefault(name, 0));
    }
}
