package io.demarche.ingest.extraction;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the many ways in which pages and people write the time of publication. */
final class PublicationDate {

    /** Only this much of a value is looked at. */
    private static final int MAX_LENGTH = 120;

    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2100;

    private static final Pattern ISO =
            Pattern.compile("\\b(\\d{4})-(\\d{1,2})-(\\d{1,2})(?:[T ](\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d{1,9})?)?"
                    + "\\s?(Z|[+-]\\d{2}:?\\d{2}|[A-Z]{2,4})?)?");

    /** The beginnings of the months' names in English, French, German, Spanish, Portuguese, Italian and Dutch. */
    private static final Map<String, Integer> MONTH_NAMES = monthNames();

    private static final String MONTHS = "(" + String.join("|", MONTH_NAMES.keySet()) + ")\\p{L}{0,7}\\.?";
    private static final Pattern DAY_FIRST = Pattern.compile(
            "\\b(\\d{1,2})(?:st|nd|rd|th|er|º|\\.)?\\s(?:de\\s)?" + MONTHS + ",?\\s(?:del?\\s)?(\\d{4})\\b(.{0,40})");
    private static final Pattern MONTH_FIRST =
            Pattern.compile("(?<!\\p{L})" + MONTHS + "\\s(\\d{1,2})(?:st|nd|rd|th)?,?\\s(\\d{4})\\b(.{0,40})");
    private static final Pattern TIME = Pattern.compile(
            "\\b(\\d{1,2})[:.](\\d{2})(?:[:.](\\d{2}))?\\s?([ap])?\\.?(?:m\\b)?\\.?\\s?(z|[+-]\\d{2}:?\\d{2}|[a-z]{2,4}\\b)?");
    private static final Pattern IN_URL =
            Pattern.compile("/((?:19|20)\\d{2})[/-]?(\\d{2}|[a-z]{3})[/-]?(\\d{2})(?:/|-|\\b)");

    /** Zone abbreviations of news pages; those that mean several zones stand for the most common one there. */
    private static final Map<String, ZoneId> ZONES = Map.ofEntries(
            Map.entry("z", ZoneOffset.UTC),
            Map.entry("ut", ZoneOffset.UTC),
            Map.entry("utc", ZoneOffset.UTC),
            Map.entry("gmt", ZoneOffset.UTC),
            Map.entry("bst", ZoneOffset.ofHours(1)),
            Map.entry("cet", ZoneOffset.ofHours(1)),
            Map.entry("cest", ZoneOffset.ofHours(2)),
            Map.entry("eet", ZoneOffset.ofHours(2)),
            Map.entry("eest", ZoneOffset.ofHours(3)),
            Map.entry("msk", ZoneOffset.ofHours(3)),
            Map.entry("est", ZoneOffset.ofHours(-5)),
            Map.entry("edt", ZoneOffset.ofHours(-4)),
            Map.entry("et", ZoneId.of("America/New_York")),
            Map.entry("cst", ZoneOffset.ofHours(-6)),
            Map.entry("cdt", ZoneOffset.ofHours(-5)),
            Map.entry("mst", ZoneOffset.ofHours(-7)),
            Map.entry("mdt", ZoneOffset.ofHours(-6)),
            Map.entry("pst", ZoneOffset.ofHours(-8)),
            Map.entry("pdt", ZoneOffset.ofHours(-7)),
            Map.entry("pt", ZoneId.of("America/Los_Angeles")),
            Map.entry("jst", ZoneOffset.ofHours(9)),
            Map.entry("kst", ZoneOffset.ofHours(9)),
            Map.entry("ist", ZoneOffset.ofHoursMinutes(5, 30)),
            Map.entry("aest", ZoneOffset.ofHours(10)),
            Map.entry("aedt", ZoneOffset.ofHours(11)));

    private PublicationDate() {}

    /**
     * Reads a time out of a line.
     *
     * @param value a time stamp or a line that holds one
     * @return the time; midnight UTC when there is only a date; null when there is none
     */
    static @Nullable Instant parse(@Nullable String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        String text = Characters.cut(Characters.squeeze(value), MAX_LENGTH);
        try {
            Matcher iso = ISO.matcher(text);
            if (iso.find()) {
                return at(
                        date(number(iso.group(1), 0), number(iso.group(2), 0), number(iso.group(3), 0)),
                        LocalTime.of(number(iso.group(4), 0), number(iso.group(5), 0), number(iso.group(6), 0)),
                        iso.group(7));
            }
            String lower = text.toLowerCase(Locale.ROOT);
            Matcher day = DAY_FIRST.matcher(lower);
            if (day.find()) {
                return at(
                        number(day.group(3), 0),
                        day.group(2),
                        number(day.group(1), 0),
                        clock(lower.substring(0, day.start()), day.group(4)));
            }
            Matcher month = MONTH_FIRST.matcher(lower);
            if (month.find()) {
                return at(
                        number(month.group(3), 0),
                        month.group(1),
                        number(month.group(2), 0),
                        clock(lower.substring(0, month.start()), month.group(4)));
            }
        } catch (DateTimeException e) {
            return null;
        }
        return null;
    }

    /**
     * Reads the date that many addresses carry.
     *
     * @param url an address, or null
     * @return midnight UTC of that day, or null
     */
    static @Nullable Instant fromUrl(@Nullable String url) {
        if (url == null) {
            return null;
        }
        Matcher matcher = IN_URL.matcher(Characters.cut(url, 2048).toLowerCase(Locale.ROOT));
        if (!matcher.find()) {
            return null;
        }
        String month = matcher.group(2);
        try {
            int number = Character.isDigit(month.charAt(0)) ? number(month, 0) : MONTH_NAMES.getOrDefault(month, 0);
            return at(date(number(matcher.group(1), 0), number, number(matcher.group(3), 0)), LocalTime.MIDNIGHT, null);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Map<String, Integer> monthNames() {
        List<String> beginnings = List.of(
                "jan jän ene gen",
                "feb fév fev",
                "mar mär mrz maa",
                "apr avr abr",
                "may mai mei mag",
                "jun juin giu",
                "jul juil lug",
                "aug aoû ago",
                "sep set",
                "oct okt out ott",
                "nov",
                "dec dez déc dic");
        // Alternatives of an expression are tried in order, so the longer ones come first.
        Map<String, Integer> months = new TreeMap<>(
                Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));
        for (int i = 0; i < beginnings.size(); i++) {
            for (String beginning : beginnings.get(i).split(" ")) {
                months.put(beginning, i + 1);
            }
        }
        return Collections.unmodifiableMap(months);
    }

    /** A time of day stands behind the date, or else before it. */
    private static @Nullable Matcher clock(String before, String behind) {
        Matcher clock = TIME.matcher(behind);
        if (clock.find()) {
            return clock;
        }
        clock = TIME.matcher(before);
        return clock.find() ? clock : null;
    }

    private static Instant at(int year, String month, int day, @Nullable Matcher clock) {
        LocalTime time = LocalTime.MIDNIGHT;
        String zone = null;
        if (clock != null) {
            int hour = number(clock.group(1), 0);
            if (clock.group(4) != null) {
                hour = hour % 12 + (clock.group(4).equals("p") ? 12 : 0);
            }
            time = LocalTime.of(hour, number(clock.group(2), 0), number(clock.group(3), 0));
            zone = clock.group(5);
        }
        return at(date(year, MONTH_NAMES.getOrDefault(month, 0), day), time, zone);
    }

    private static LocalDate date(int year, int month, int day) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new DateTimeException("not a year of publication");
        }
        return LocalDate.of(year, month, day);
    }

    private static Instant at(LocalDate date, LocalTime time, @Nullable String zone) {
        ZoneId id = ZoneOffset.UTC;
        if (zone != null) {
            char first = zone.charAt(0);
            id = first == '+' || first == '-'
                    ? ZoneOffset.of(zone)
                    : ZONES.getOrDefault(zone.toLowerCase(Locale.ROOT), ZoneOffset.UTC);
        }
        return date.atTime(time).atZone(id).toInstant();
    }

    private static int number(@Nullable String digits, int otherwise) {
        return digits == null ? otherwise : Integer.parseInt(digits);
    }
}
