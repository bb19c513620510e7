package io.demarche.platform.identity;

import static io.demarche.platform.identity.MadeTokens.SECRET;
import static io.demarche.platform.identity.MadeTokens.hs256;
import static io.demarche.platform.identity.MadeTokens.key;
import static io.demarche.platform.identity.MadeTokens.signed;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenVerifierTest {

    private static final String OTHER = "another-secret-0123456789-0123456789-0123456789-0123456789-012345";

    private final TestClock clock = new TestClock();
    private final TokenVerifier ingest = verifier("ingest", key(SECRET));

    private TokenVerifier verifier(String audience, Key... keys) {
        return new TokenVerifier(
                audience, List.of("gateway", "analysis"), List.of(keys), Duration.ofSeconds(15), clock);
    }

    private String token(Consumer<JwtClaims> change) {
        return hs256(SECRET, clock.instant(), change);
    }

    private void assertRefused(String token) {
        assertThat(ingest.caller(token)).as(token).isEmpty();
    }

    @Test
    void aTokenOfACallerOpens() {
        TokenSigner gateway = new TokenSigner("gateway", key(SECRET), clock);
        assertThat(ingest.caller(gateway.tokenFor("ingest"))).contains("gateway");
        assertThat(ingest.caller(new TokenSigner("analysis", key(SECRET), clock).tokenFor("ingest")))
                .contains("analysis");
        assertThat(ingest.caller(token(claims -> {}))).contains("gateway");
    }

    @Test
    void theSameTokenIsShownUntilItIsNearItsEnd() {
        TokenSigner gateway = new TokenSigner("gateway", key(SECRET), clock);
        String first = gateway.tokenFor("ingest");
        assertThat(gateway.tokenFor("analysis")).isNotEqualTo(first);
        clock.move(Duration.ofSeconds(39));
        assertThat(gateway.tokenFor("ingest")).isEqualTo(first);
        clock.move(Duration.ofSeconds(1));
        String second = gateway.tokenFor("ingest");
        assertThat(second).isNotEqualTo(first);
        assertThat(ingest.caller(second)).isPresent();
        assertThat(ingest.caller(first)).isPresent();
    }

    @Test
    void aClockThatIsPutBackMakesANewToken() {
        TokenSigner gateway = new TokenSigner("gateway", key(SECRET), clock);
        String first = gateway.tokenFor("ingest");
        clock.move(Duration.ofHours(-1));
        assertThat(gateway.tokenFor("ingest")).isNotEqualTo(first);
    }

    @Test
    void aTokenForOneServiceDoesNotOpenAnother() {
        String forAnalysis = new TokenSigner("gateway", key(SECRET), clock).tokenFor("analysis");
        assertRefused(forAnalysis);
        assertThat(verifier("analysis", key(SECRET)).caller(forAnalysis)).contains("gateway");
        assertRefused(token(claims -> claims.unsetClaim("aud")));
    }

    @Test
    void aServiceThatMayNotCallIsRefused() {
        assertRefused(new TokenSigner("ingest", key(SECRET), clock).tokenFor("ingest"));
        assertRefused(token(claims -> claims.unsetClaim("iss")));
        TokenVerifier nobody =
                new TokenVerifier("ingest", List.of(), List.of(key(SECRET)), Duration.ofSeconds(15), clock);
        assertThat(nobody.caller(token(claims -> {}))).isEmpty();
    }

    @Test
    void aTokenRunsOutAlsoWhereItWasSeenBefore() {
        String token = token(claims -> {});
        clock.move(Duration.ofSeconds(74));
        assertThat(ingest.caller(token)).isPresent();
        clock.move(Duration.ofSeconds(1));
        assertRefused(token);
        assertThat(verifier("ingest", key(SECRET)).caller(token)).isEmpty();
    }

    @Test
    void timesThatMakeNoSenseAreRefused() {
        long now = clock.instant().getEpochSecond();
        assertRefused(token(claims -> claims.unsetClaim("exp")));
        assertRefused(token(claims -> claims.unsetClaim("iat")));
        // Longer than any token may live.
        assertRefused(token(claims -> claims.setExpirationTime(NumericDate.fromSeconds(now + 61))));
        assertRefused(token(claims -> claims.setExpirationTime(NumericDate.fromSeconds(now + 100_000_000_000L))));
        assertThat(ingest.caller(token(claims -> claims.setIssuedAt(NumericDate.fromSeconds(now + 14)))))
                .isPresent();
        assertRefused(token(claims -> claims.setIssuedAt(NumericDate.fromSeconds(now + 16))));
        assertRefused(token(claims -> claims.setClaim("exp", "tomorrow")));
        assertRefused(token(claims -> claims.setClaim("exp", 1e300)));
    }

    @Test
    void whatAnotherSecretHasSignedIsRefused() {
        assertRefused(hs256(OTHER, clock.instant(), claims -> {}));
    }

    @Test
    void theSecretBeforeIsStillAccepted() {
        String old = hs256(OTHER, clock.instant(), claims -> {});
        TokenVerifier both = verifier("ingest", key(SECRET), key(OTHER));
        assertThat(both.caller(old)).contains("gateway");
        assertThat(both.caller(token(claims -> {}))).contains("gateway");
        assertThat(both.caller(hs256(OTHER + "x", clock.instant(), claims -> {})))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "HS384", "HS512"})
    void otherAlgorithmsAreRefused(String algorithm) {
        assertRefused(signed(algorithm, key(SECRET), clock.instant(), claims -> {}));
    }

    @Test
    void anAlgorithmThatIsOnlyClaimedIsRefused() {
        String[] parts = token(claims -> {}).split("\\.");
        for (String header : List.of("{\"alg\":\"none\"}", "{\"alg\":\"hs256\"}", "{\"alg\":\"RS256\"}", "{}", "[]")) {
            String made =
                    Base64.getUrlEncoder().withoutPadding().encodeToString(header.getBytes(StandardCharsets.UTF_8));
            assertRefused(made + "." + parts[1] + "." + parts[2]);
            assertRefused(made + "." + parts[1] + ".");
        }
    }

    @Test
    void everyCutAndEveryChangedLetterIsRefused() {
        String token = token(claims -> {});
        for (int i = 0; i < token.length(); i++) {
            assertRefused(token.substring(0, i));
            // Not the last: four spellings of the last letter are the same byte.
            if (i < token.length() - 1) {
                char other = token.charAt(i) == 'A' ? 'B' : 'A';
                assertRefused(token.substring(0, i) + other + token.substring(i + 1));
            }
        }
        assertThat(ingest.caller(token)).isPresent();
    }

    @Test
    void whatIsNoTokenIsRefused() {
        for (String nonsense : List.of("", ".", "..", "...", "a.b.c", "a.b.c.d.e", SECRET, "\u0000", "é.é.é", "{}")) {
            assertRefused(nonsense);
        }
        assertRefused(token(claims -> claims.setClaim("pad", "x".repeat(1000))));
        assertRefused("a".repeat(10_000_000));
    }

    @Test
    void whatWasSeenIsBounded() {
        SeenTokens seen = new SeenTokens(clock);
        long later = clock.instant().getEpochSecond() + 10;
        for (int i = 0; i < 1000; i++) {
            seen.add("token" + i, "gateway", later);
        }
        assertThat(seen.caller("token0")).contains("gateway");
        assertThat(seen.caller("token999")).isEmpty();
        clock.move(Duration.ofSeconds(10));
        assertThat(seen.caller("token0")).isEmpty();
        seen.add("new", "gateway", later + 10);
        assertThat(seen.caller("new")).contains("gateway");
    }

    @Test
    void claimsThatAreTwiceOrOddAreRefused() {
        assertRefused(token(claims -> claims.setClaim("iss", List.of("gateway"))));
        assertRefused(token(claims -> claims.setClaim("aud", Map.of("ingest", 1))));
        assertThat(ingest.caller(token(claims -> claims.setAudience("ingest", "analysis"))))
                .isPresent();
    }
}
