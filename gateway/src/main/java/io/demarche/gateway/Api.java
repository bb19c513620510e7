package io.demarche.gateway;

import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Contact;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.servers.Server;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the OpenAPI document says about the API as a whole. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Demarche",
                        version = "v1",
                        description =
                                "Who stands where, with the words that say so. Offsets count Unicode code points; times are "
                                        + "RFC 3339 in UTC; ids are UUIDv7 or catalog slugs; unknown fields and parameters are refused. "
                                        + "Lists come in pages: give `next` of one as `cursor` of the next, until it is null. "
                                        + "Every error is an RFC 9457 problem, also those that belong to no operation: 404 for an "
                                        + "unknown path, 405 with `Allow` for a method that a path does not offer.",
                        contact = @Contact(name = "The Demarche project"),
                        license = @License(name = "Apache License 2.0", identifier = "Apache-2.0")),
        servers = {
            @Server(url = "/", description = "Where this document was read."),
            @Server(url = "http://127.0.0.1:8080", description = "What `./demarche up` starts.")
        },
        tags = {
            @Tag(name = "Analyses", description = "Stances of a text, on the spot."),
            @Tag(name = "Articles", description = "Articles to keep and analyse."),
            @Tag(name = "Feeds", description = "Feeds whose articles are got as they come."),
            @Tag(name = "Stances", description = "Stances of stored articles."),
            @Tag(name = "Extractions", description = "The article out of a web page, on the spot."),
            @Tag(name = "Status", description = "How the installation is doing.")
        })
public class Api extends Application {}
