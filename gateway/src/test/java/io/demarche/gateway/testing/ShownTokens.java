package io.demarche.gateway.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import javax.crypto.spec.SecretKeySpec;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jspecify.annotations.Nullable;

/** Reads the tokens that the gateway shows to the services. */
public final class ShownTokens {

    private ShownTokens() {}

    /** Whom a token of the gateway's is for; fails when it is none. */
    public static String audience(@Nullable String authorization) {
        assertThat(authorization).startsWith("Bearer ").doesNotContain(FakeServices.SECRET);
        try {
            JwtClaims claims = new JwtConsumerBuilder()
                    .setVerificationKey(
                            new SecretKeySpec(FakeServices.SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"))
                    .setExpectedIssuer("gateway")
                    .setSkipDefaultAudienceValidation()
                    .setRequireExpirationTime()
                    .build()
                    .processToClaims(String.valueOf(authorization).substring("Bearer ".length()));
            assertThat(claims.getAudience()).hasSize(1);
            return claims.getAudience().get(0);
        } catch (InvalidJwtException | MalformedClaimException wrong) {
            throw new AssertionError(wrong);
        }
    }
}
