package io.demarche.platform.identity;

import java.security.Key;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;

/** Reads the tokens that are shown to one service. */
final class TokenVerifier {

    /** Longer than any that {@link TokenSigner} makes; what is longer is not even read. */
    static final int MAX_LENGTH = 1024;

    private final AlgorithmConstraints onlyHs256 =
            new AlgorithmConstraints(AlgorithmConstraints.ConstraintType.PERMIT, AlgorithmIdentifiers.HMAC_SHA256);
    private final String audience;
    private final String[] issuers;
    private final List<Key> keys;
    private final Duration skew;
    private final Clock clock;
    private final SeenTokens seen;

    TokenVerifier(String audience, Collection<String> issuers, List<Key> keys, Duration skew, Clock clock) {
        this.audience = audience;
        this.issuers = issuers.toArray(String[]::new);
        this.keys = List.copyOf(keys);
        this.skew = skew;
        this.clock = clock;
        this.seen = new SeenTokens(clock);
    }

    /** Who made the token; empty when it opens nothing here. */
    Optional<String> caller(String token) {
        if (token.isEmpty() || token.length() > MAX_LENGTH || issuers.length == 0) {
            return Optional.empty();
        }
        Optional<String> known = seen.caller(token);
        return known.isPresent() ? known : read(token);
    }

    private Optional<String> read(String token) {
        for (Key key : keys) {
            try {
                JwtClaims claims = consumer(key).processToClaims(token);
                if (livesNoLongerThanAllowed(claims)) {
                    seen.add(
                            token,
                            claims.getIssuer(),
                            claims.getExpirationTime().getValue() + skew.toSeconds());
                    return Optional.of(claims.getIssuer());
                }
            } catch (InvalidJwtException | MalformedClaimException refused) {
                // Perhaps the next key has made it. Why it is refused is told to nobody: the exception quotes the
                // token.
            }
        }
        return Optional.empty();
    }

    private JwtConsumer consumer(Key key) {
        // The skew is allowed on top of each of these.
        return new JwtConsumerBuilder()
                .setJwsAlgorithmConstraints(onlyHs256)
                .setVerificationKey(key)
                .setExpectedIssuers(true, issuers)
                .setExpectedAudience(true, audience)
                .setRequireExpirationTime()
                .setRequireIssuedAt()
                .setIssuedAtRestrictions(0, (int) TokenSigner.LIFE.toSeconds())
                .setAllowedClockSkewInSeconds((int) skew.toSeconds())
                .setEvaluationTime(NumericDate.fromMilliseconds(clock.millis()))
                .build();
    }

    private static boolean livesNoLongerThanAllowed(JwtClaims claims) throws MalformedClaimException {
        long life = claims.getExpirationTime().getValue() - claims.getIssuedAt().getValue();
        return life <= TokenSigner.LIFE.toSeconds();
    }
}
