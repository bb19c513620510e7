package io.demarche.platform.identity;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.function.Consumer;
import javax.crypto.spec.SecretKeySpec;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/** Tokens as somebody might make them, right or wrong. */
final class MadeTokens {

    static final String SECRET = "s3cret-0mega-0123456789-0123456789-0123456789-0123456789-0123456789";

    private MadeTokens() {}

    static SecretKeySpec key(String secret) {
        return new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    }

    /** A good one for {@code ingest}, but for what the change does to it. */
    static String hs256(String secret, Instant now, Consumer<JwtClaims> change) {
        return signed("HS256", key(secret), now, change);
    }

    static String signed(String algorithm, SecretKeySpec key, Instant now, Consumer<JwtClaims> change) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer("gateway");
        claims.setAudience("ingest");
        claims.setIssuedAt(NumericDate.fromSeconds(now.getEpochSecond()));
        claims.setExpirationTime(NumericDate.fromSeconds(now.getEpochSecond() + 60));
        change.accept(claims);
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        signature.setAlgorithmHeaderValue(algorithm);
        signature.setPayload(claims.toJson());
        if (!"none".equals(algorithm)) {
            signature.setKey(key);
        }
        try {
            return signature.getCompactSerialization();
        } catch (JoseException wrong) {
            throw new IllegalStateException(wrong);
        }
    }
}
