package io.demarche.gateway;

import io.demarche.platform.problem.Problem;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the OpenAPI document says about the API as a whole. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Demarche",
                        version = "v1",
                        description =
                                "Who stands where, with the words that say so. Offsets count Unicode code points; times are "
                                        + "RFC 3339 in UTC; ids are UUIDv7 or catalog slugs; unknown fields and parameters are refused; "
                                        + "every error is an RFC 9457 problem.",
                        license =
                                @License(name = "Apache-2.0", url = "https://www.apache.org/licenses/LICENSE-2.0.txt")),
        tags = {
            @Tag(name = "Analyses", description = "Stances of a text, on the spot."),
            @Tag(name = "Articles", description = "Articles to keep and analyse."),
            @Tag(name = "Feeds", description = "Feeds whose articles are got as they come."),
            @Tag(name = "Stances", description = "Stances of stored articles."),
            @Tag(name = "Extractions", description = "The article out of a web page, on the spot."),
            @Tag(name = "Status", description = "How the installation is doing.")
        },
        components =
                @Components(
                        responses = {
                            @APIResponse(
                                    name = "BadRequest",
                                    description = "The request is not valid; `errors` says which field and why",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(implementation = Problem.class),
                                                    examples =
                                                            @ExampleObject(
                                                                    name = "badRequest",
                                                                    value = Api.BAD_REQUEST))),
                            @APIResponse(
                                    name = "NotFound",
                                    description = "There is no such thing",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(implementation = Problem.class),
                                                    examples =
                                                            @ExampleObject(name = "notFound", value = Api.NOT_FOUND))),
                            @APIResponse(
                                    name = "TooLarge",
                                    description = "The body, or a field, is larger than its limit",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(implementation = Problem.class),
                                                    examples =
                                                            @ExampleObject(name = "tooLarge", value = Api.TOO_LARGE))),
                            @APIResponse(
                                    name = "UnsupportedMediaType",
                                    description = "The body is of a media type that is not taken here",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(implementation = Problem.class))),
                            @APIResponse(
                                    name = "BadGateway",
                                    description = "A service behind the gateway failed; `errorId` finds it in the log",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(implementation = Problem.class))),
                            @APIResponse(
                                    name = "Unavailable",
                                    description = "A service behind the gateway cannot be reached at the moment",
                                    headers =
                                            @Header(
                                                    name = HttpHeaders.RETRY_AFTER,
                                                    description = "Seconds after which to try again",
                                                    schema = @Schema(type = SchemaType.INTEGER)),
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(implementation = Problem.class))),
                            @APIResponse(
                                    name = "GatewayTimeout",
                                    description = "A service behind the gateway did not answer in time",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(implementation = Problem.class)))
                        }))
public class Api extends Application {

    static final String BAD_REQUEST =
            """
            {"type": "/problems/bad-request", "title": "The request is not valid", "status": 400,
             "detail": "mentions[2].end: must be greater than start", "instance": "/api/v1/analyses",
             "errors": [{"field": "mentions[2].end", "reason": "must be greater than start"}]}""";

    static final String NOT_FOUND =
            """
            {"type": "/problems/not-found", "title": "Not found", "status": 404,
             "detail": "There is no article 0198c5a0-7b1e-7000-8000-000000000000.",
             "instance": "/api/v1/articles/0198c5a0-7b1e-7000-8000-000000000000"}""";

    static final String TOO_LARGE =
            """
            {"type": "/problems/too-large", "title": "The request is too large", "status": 413,
             "detail": "text: must not be longer than 200,000 characters", "instance": "/api/v1/analyses",
             "errors": [{"field": "text", "reason": "must not be longer than 200,000 characters"}]}""";
}
