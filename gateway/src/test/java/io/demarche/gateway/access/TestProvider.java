package io.demarche.gateway.access;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.smallrye.jwt.build.Jwt;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Set;

/** An OpenID Connect provider with one key. */
public class TestProvider implements QuarkusTestResourceLifecycleManager {

    private final WireMockServer server =
            new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));
    private final KeyPair pair = rsa();

    static KeyPair rsa() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Map<String, String> start() {
        server.start();
        RSAPublicKey key = (RSAPublicKey) pair.getPublic();
        server.stubFor(get("/.well-known/openid-configuration")
                .willReturn(okJson("{\"issuer\": \"%1$s\", \"jwks_uri\": \"%1$s/jwks\"}".formatted(server.baseUrl()))));
        server.stubFor(get("/jwks")
                .willReturn(okJson(
                        "{\"keys\": [{\"kty\": \"RSA\", \"kid\": \"1\", \"use\": \"sig\", \"alg\": \"RS256\", \"n\": \"%s\", \"e\": \"%s\"}]}"
                                .formatted(base64(key.getModulus()), base64(key.getPublicExponent())))));
        return Map.of(
                "demarche.access.oidc.enabled", "true",
                "quarkus.oidc.auth-server-url", server.baseUrl(),
                "quarkus.oidc.token.audience", "demarche",
                "quarkus.oidc.roles.role-claim-path", "roles");
    }

    private static String base64(BigInteger number) {
        byte[] bytes = number.toByteArray();
        int from = bytes[0] == 0 ? 1 : 0;
        byte[] magnitude = java.util.Arrays.copyOfRange(bytes, from, bytes.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(magnitude);
    }

    /** What the test asks for. */
    public final class Tokens {

        String of(String audience, Instant expires, String... roles) {
            return of(pair, audience, expires, roles);
        }

        String of(KeyPair by, String audience, Instant expires, String... roles) {
            return Jwt.issuer(server.baseUrl())
                    .subject("ana")
                    .audience(audience)
                    .issuedAt(Instant.now().minusSeconds(10))
                    .expiresAt(expires)
                    .claim("roles", Set.of(roles))
                    .jws()
                    .keyId("1")
                    .sign(by.getPrivate());
        }
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(new Tokens(), new TestInjector.MatchesType(Tokens.class));
    }

    @Override
    public void stop() {
        server.stop();
    }
}
