package io.demarche.platform.identity;

import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;

/** Keys that are made from shared secrets. */
final class SigningKey {

    /** As many bytes as HMAC-SHA-256 gives out; a shorter key is easier to guess than a signature. */
    static final int MIN_BYTES = 32;

    private SigningKey() {}

    static Optional<Key> signing(ServiceConfig config) {
        return of(config.secret());
    }

    /** All that are accepted, the present one first. */
    static Stream<Key> accepted(ServiceConfig config) {
        return Stream.of(config.secret(), config.previousSecret()).flatMap(secret -> of(secret).stream());
    }

    /** Blank is as good as none: that is how an environment takes a variable back. */
    static Optional<String> given(Optional<String> secret) {
        return secret.filter(value -> !value.isBlank());
    }

    static byte[] bytes(String secret) {
        return secret.strip().getBytes(StandardCharsets.UTF_8);
    }

    private static Optional<Key> of(Optional<String> secret) {
        return given(secret).map(value -> new SecretKeySpec(bytes(value), "HmacSHA256"));
    }
}
