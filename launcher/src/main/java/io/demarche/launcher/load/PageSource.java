package io.demarche.launcher.load;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** A file that is one article: a page, or text. */
final class PageSource implements Source {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String field;

    /** Of pages ({@code html}) or of text ({@code text}). */
    PageSource(String field) {
        this.field = field;
    }

    @Override
    public void read(String place, InputStream in, Sink sink) throws IOException, InterruptedException {
        read(place, in, null, null, sink);
    }

    /**
     * Reads one article.
     *
     * @param url where it comes from, when known
     * @param charset what its sender says that it is written in, when known
     */
    void read(String place, InputStream in, @Nullable String url, @Nullable String charset, Sink sink)
            throws IOException, InterruptedException {
        byte[] bytes = in.readNBytes(LONGEST + 1);
        if (bytes.length > LONGEST) {
            sink.refuse(place, "is larger than " + LONGEST + " bytes");
            return;
        }
        ObjectNode article = JSON.createObjectNode().put(field, Decoding.decode(bytes, charset));
        if (url != null) {
            article.put("url", url);
        }
        sink.send(place, JSON.writeValueAsBytes(article));
    }
}
