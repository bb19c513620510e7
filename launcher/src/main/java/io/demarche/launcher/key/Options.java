package io.demarche.launcher.key;

import io.demarche.key.Role;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What stands behind a key command.
 *
 * @param words what is not an option
 * @param role of {@code --role}
 * @param ratePerMinute of {@code --rate}
 * @param lifetime of {@code --expires}, or null
 */
record Options(List<String> words, Role role, OptionalInt ratePerMinute, @Nullable Duration lifetime) {

    private static final Pattern TIME = Pattern.compile("([1-9][0-9]{0,4})([mhd])");

    /** What was said makes no sense; the message is a sentence. */
    static final class Nonsense extends Exception {

        private static final long serialVersionUID = 1L;

        Nonsense(String message) {
            super(message);
        }
    }

    static Options of(List<String> arguments) throws Nonsense {
        List<String> words = new ArrayList<>();
        Role role = Role.READER;
        OptionalInt rate = OptionalInt.empty();
        Duration lifetime = null;
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (!argument.startsWith("--")) {
                words.add(argument);
                continue;
            }
            String value = i + 1 < arguments.size() ? arguments.get(i + 1) : "";
            i++;
            switch (argument) {
                case "--role" ->
                    role = Role.of(value)
                            .orElseThrow(() -> new Nonsense("--role is one of reader, contributor and admin."));
                case "--rate" -> rate = OptionalInt.of(rate(value));
                case "--expires" -> lifetime = lifetime(value);
                default -> throw new Nonsense("There is no option " + argument + ".");
            }
        }
        return new Options(words, role, rate, lifetime);
    }

    private static int rate(String value) throws Nonsense {
        if (!value.matches("[1-9][0-9]{0,6}")) {
            throw new Nonsense("--rate is a number of requests a minute, such as 600.");
        }
        return Integer.parseInt(value);
    }

    private static Duration lifetime(String value) throws Nonsense {
        Matcher matcher = TIME.matcher(value);
        if (!matcher.matches()) {
            throw new Nonsense("--expires is a number of minutes, hours or days, such as 90d, 12h or 30m.");
        }
        long number = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }
}
