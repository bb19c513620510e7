package io.demarche.ingest.extraction;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.jsoup.internal.StringUtil;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Finds the address of an article's lead image: JSON-LD, then meta tags. */
final class LeadImage {

    private static final List<String> TAGS =
            List.of("og:image:secure_url", "og:image", "og:image:url", "twitter:image", "twitter:image:src", "image");

    private LeadImage() {}

    /** The address, absolute http(s), or null. */
    static @Nullable String find(Document document, Map<String, String> meta, @Nullable JsonNode article) {
        String base = document.baseUri();
        String found = article == null ? null : address(article.path("image"), base);
        if (found == null && article != null) {
            found = address(article.path("thumbnailUrl"), base);
        }
        for (int i = 0; found == null && i < TAGS.size(); i++) {
            found = resolve(meta.get(TAGS.get(i)), base);
        }
        if (found == null) {
            Element link = document.selectFirst("link[rel=image_src]");
            found = link == null ? null : resolve(link.attr("href"), base);
        }
        return found;
    }

    /** JSON-LD gives an address, an object that has one, or a list of either. */
    private static @Nullable String address(JsonNode image, String base) {
        JsonNode one = image.isArray() ? image.path(0) : image;
        if (one.isTextual()) {
            return resolve(one.textValue(), base);
        }
        String found = resolve(JsonLd.text(one, "url"), base);
        return found == null ? resolve(JsonLd.text(one, "contentUrl"), base) : found;
    }

    private static @Nullable String resolve(@Nullable String address, String base) {
        String bare = Characters.line(address);
        if (bare == null || bare.length() > WebAddress.MAX_LENGTH) {
            return null;
        }
        return WebAddress.normalise(
                base.isEmpty() ? bare : StringUtil.resolve(base, bare).replace(" ", "%20"));
    }
}
