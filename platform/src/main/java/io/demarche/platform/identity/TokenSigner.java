package io.demarche.platform.identity;

import java.security.Key;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/** Makes the tokens of one service: each for one other service, and good for a minute. */
final class TokenSigner {

    /** How long a token is good; none that claims more is accepted. */
    static final Duration LIFE = Duration.ofSeconds(60);

    /** A token is replaced while it is still good for this long, so that none runs out on its way. */
    private static final Duration REST = Duration.ofSeconds(20);

    private final Map<String, Token> tokens = new ConcurrentHashMap<>();
    private final String issuer;
    private final Key key;
    private final Clock clock;

    TokenSigner(String issuer, Key key, Clock clock) {
        this.issuer = issuer;
        this.key = key;
        this.clock = clock;
    }

    /** A token for a service; the same one for as long as it is good enough. */
    String tokenFor(String audience) {
        Instant now = clock.instant();
        Token known = tokens.get(audience);
        if (known != null && now.isBefore(known.renewAt()) && !now.isBefore(known.madeAt())) {
            return known.text();
        }
        // Two threads may both make one: either is good.
        Token made = new Token(sign(audience, now), now, now.plus(LIFE).minus(REST));
        tokens.put(audience, made);
        return made.text();
    }

    private String sign(String audience, Instant now) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(issuer);
        claims.setAudience(audience);
        claims.setIssuedAt(NumericDate.fromSeconds(now.getEpochSecond()));
        claims.setExpirationTime(NumericDate.fromSeconds(now.plus(LIFE).getEpochSecond()));
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
        signature.setPayload(claims.toJson());
        signature.setKey(key);
        try {
            return signature.getCompactSerialization();
        } catch (JoseException impossible) {
            // The key's length is checked at the start. The exception's text may hold what was to be signed.
            throw new IllegalStateException("a service token cannot be signed");
        }
    }

    private record Token(String text, Instant madeAt, Instant renewAt) {}
}
