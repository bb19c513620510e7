package io.demarche.launcher.key;

import io.demarche.key.ApiKey;
import io.demarche.key.KeyFile;
import io.demarche.key.KeyFileException;
import io.demarche.key.Secret;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** {@code ./demarche key create|list|revoke}: what it changes counts at a running gateway within a second. */
public final class Keys {

    private static final int MAX_NAME = 100;

    private final Path path;
    private final Clock clock;
    private final PrintStream out;

    Keys(Path path, Clock clock, PrintStream out) {
        this.path = path;
        this.clock = clock;
        this.out = out;
    }

    /**
     * Runs one command. Ends with status 1 when it can't be done.
     *
     * @param arguments the key file, {@code create}, {@code list} or {@code revoke}, and what belongs to that
     */
    public static void main(String... arguments) {
        try {
            List<String> rest = Arrays.asList(arguments).subList(2, arguments.length);
            new Keys(Path.of(arguments[0]), Clock.systemUTC(), System.out).run(arguments[1], rest);
        } catch (Options.Nonsense | KeyFileException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    void run(String command, List<String> arguments) throws Options.Nonsense, KeyFileException {
        Options options = Options.of(arguments);
        switch (command) {
            case "create" -> create(only(options, "Whose is the key? ./demarche key create NAME"), options);
            case "revoke" ->
                revoke(only(options, "Which key? ./demarche key revoke ID; ./demarche key list shows them."));
            case "list" -> list();
            default -> throw new Options.Nonsense("There is create, list and revoke; not " + command + ".");
        }
    }

    private static String only(Options options, String question) throws Options.Nonsense {
        if (options.words().size() != 1 || options.words().get(0).isBlank()) {
            throw new Options.Nonsense(question);
        }
        return options.words().get(0);
    }

    /** The key alone goes out, so that a script can take it. */
    private void create(String name, Options options) throws Options.Nonsense, KeyFileException {
        if (name.length() > MAX_NAME) {
            throw new Options.Nonsense("A name has at most " + MAX_NAME + " characters.");
        }
        Secret secret = Secret.random(new SecureRandom());
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        ApiKey key = new ApiKey(
                secret.id(),
                name,
                secret.hash(),
                options.role(),
                options.ratePerMinute(),
                now,
                options.lifetime() == null ? null : now.plus(options.lifetime()),
                null);
        new KeyFile(path).update(keys -> {
            List<ApiKey> all = new ArrayList<>(keys);
            all.add(key);
            return all;
        });
        out.println(secret.value());
    }

    private void revoke(String id) throws Options.Nonsense, KeyFileException {
        AtomicBoolean found = new AtomicBoolean();
        new KeyFile(path).update(keys -> keys.stream()
                .map(key -> {
                    if (!key.id().equals(id)) {
                        return key;
                    }
                    found.set(true);
                    return key.revoked(clock.instant().truncatedTo(ChronoUnit.SECONDS));
                })
                .toList());
        if (!found.get()) {
            throw new Options.Nonsense("There is no key " + id + "; ./demarche key list shows them.");
        }
        out.println("Revoked " + id + ".");
    }

    private void list() throws KeyFileException {
        List<ApiKey> keys = Files.exists(path) ? new KeyFile(path).read() : List.of();
        if (keys.isEmpty()) {
            out.println("There are no keys.");
            return;
        }
        String form = "%-12s %-12s %-9s %-21s %-21s %s%n";
        out.printf(form, "id", "role", "per min", "created", "ends", "name");
        for (ApiKey key : keys) {
            out.printf(
                    form,
                    key.id(),
                    key.role().label(),
                    key.ratePerMinute().isPresent() ? key.ratePerMinute().getAsInt() : "default",
                    key.createdAt(),
                    end(key.revokedAt(), key.expiresAt()),
                    key.name());
        }
    }

    private String end(@Nullable Instant revoked, @Nullable Instant expires) {
        if (revoked != null) {
            return "revoked";
        }
        if (expires == null) {
            return "never";
        }
        return clock.instant().isBefore(expires) ? expires.toString() : "expired";
    }
}
