package io.demarche.gateway.document;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/** How callers show who they are, and which role each operation needs. */
final class KeysAndRoles {

    private static final String KEY = "apiKey";
    private static final String TOKEN = "oidc";
    private static final String READER = "reader";
    private static final String CONTRIBUTOR = "contributor";

    private KeysAndRoles() {}

    static void declare(OpenAPI document) {
        document.getComponents()
                .addSecurityScheme(
                        KEY,
                        bearer("dmk_…")
                                .description(
                                        "A key of this installation, made by `./demarche key create`: `Authorization: Bearer dmk_…`."))
                .addSecurityScheme(
                        TOKEN,
                        bearer("JWT")
                                .description(
                                        "A token of the installation's OpenID Connect provider, where one is set up; roles come from a claim."));
        document.addSecurityRequirement(OASFactory.createSecurityRequirement().addScheme(KEY));
        document.addSecurityRequirement(OASFactory.createSecurityRequirement().addScheme(TOKEN));
    }

    static void require(PathItem.HttpMethod method, String path, Operation operation) {
        String role = role(method, path);
        operation.addExtension("x-required-role", role);
        String words = operation.getDescription() == null ? "" : operation.getDescription() + " ";
        operation.setDescription(words + "Needs the role `" + role + "`.");
    }

    /** What stores nothing is reading, whatever its method. */
    private static String role(PathItem.HttpMethod method, String path) {
        boolean reads = method == PathItem.HttpMethod.GET
                || method == PathItem.HttpMethod.HEAD
                || path.endsWith("/analyses")
                || path.endsWith("/extractions");
        return reads ? READER : CONTRIBUTOR;
    }

    private static SecurityScheme bearer(String format) {
        return OASFactory.createSecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .bearerFormat(format);
    }
}
