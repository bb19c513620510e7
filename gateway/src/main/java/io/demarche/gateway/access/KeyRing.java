package io.demarche.gateway.access;

import io.demarche.key.ApiKey;
import io.demarche.key.KeyFile;
import io.demarche.key.KeyFileException;
import io.demarche.key.Secret;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The keys that open the gateway: read at the start, and again whenever their file changes. While the file can't be read,
 * the keys that it had go on being valid.
 */
@Singleton
class KeyRing {

    private static final Logger LOG = Logger.getLogger(KeyRing.class);

    private final @Nullable Path path;
    private final Clock clock;
    private final @Nullable Vertx vertx;
    private final long timer;
    private volatile Map<String, ApiKey> keys = Map.of();
    private volatile @Nullable Stamp stamp;
    /** One look for all who ask at the same time: guesses shall cost the file system nothing. */
    private final AtomicBoolean looking = new AtomicBoolean();

    /** What a file looks like that was not changed. A mounted Secret is replaced as a whole: by another real path. */
    private record Stamp(Path real, FileTime modified, long size) {}

    @Inject
    KeyRing(AccessConfig config, Vertx vertx) {
        this(config.keys().orElse(null), Clock.systemUTC(), vertx, config.look().toMillis());
    }

    KeyRing(@Nullable Path path, Clock clock, @Nullable Vertx vertx, long lookMillis) {
        this.path = path;
        this.clock = clock;
        this.vertx = vertx;
        if (path != null) {
            load(path);
        }
        this.timer = path == null || vertx == null
                ? -1
                : vertx.setPeriodic(lookMillis, tick -> vertx.executeBlocking(this::look, true));
    }

    private void load(Path file) {
        try {
            stamp = stampOf(file);
            keys = byId(file);
        } catch (IOException e) {
            throw new ConfigurationException(
                    e instanceof KeyFileException ? e.getMessage() : "The key file " + file + " can't be read.");
        }
    }

    /** Whether callers are asked for keys. */
    boolean isInUse() {
        return path != null;
    }

    /** Whether there is a key that opens anything now. */
    boolean hasValidKey() {
        return keys.values().stream().anyMatch(key -> key.isValid(clock.instant()));
    }

    /** The key that is shown; empty when there is no such key, or it has ended. */
    Optional<ApiKey> find(String shown) {
        return Secret.of(shown)
                .flatMap(secret -> Optional.ofNullable(keys.get(secret.id())).filter(secret::matches))
                .filter(key -> key.isValid(clock.instant()));
    }

    /**
     * As {@link #find}; a name that is not known may have been made since the last look, and so there is another one.
     *
     * @return the key, or null
     */
    Uni<@Nullable ApiKey> ask(String shown) {
        ApiKey known = find(shown).orElse(null);
        boolean mayBeNew = Secret.of(shown)
                .filter(secret -> !keys.containsKey(secret.id()))
                .isPresent();
        Vertx worker = vertx;
        if (known != null || !mayBeNew || worker == null || !looking.compareAndSet(false, true)) {
            return Uni.createFrom().item(known);
        }
        return Uni.createFrom()
                .completionStage(() -> worker.executeBlocking(this::look, false).toCompletionStage())
                .onTermination()
                .invoke(() -> looking.set(false))
                .map(looked -> find(shown).orElse(null));
    }

    /** Reads the file again if it has changed. */
    final synchronized @Nullable Void look() {
        Path file = path;
        if (file == null) {
            return null;
        }
        Stamp before = stamp;
        try {
            Stamp now = stampOf(file);
            if (!now.equals(before)) {
                keys = byId(file);
                stamp = now;
                LOG.infof("Read %d keys.", keys.size());
            }
        } catch (IOException e) {
            if (before != null) {
                LOG.errorf("%s The keys that were read before stay valid.", e.getMessage());
                stamp = null;
            }
        }
        return null;
    }

    private static Map<String, ApiKey> byId(Path file) throws KeyFileException {
        return new KeyFile(file).read().stream().collect(Collectors.toUnmodifiableMap(ApiKey::id, Function.identity()));
    }

    private static Stamp stampOf(Path file) throws IOException {
        Path real = file.toRealPath();
        return new Stamp(real, Files.getLastModifiedTime(real), Files.size(real));
    }

    @PreDestroy
    void stop() {
        if (vertx != null && timer >= 0) {
            vertx.cancelTimer(timer);
        }
    }
}
