package io.demarche.analysis.stance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.demarche.platform.strict.Streams;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** A line of JSON for each stance, the same as on a page. */
@ApplicationScoped
class NdjsonFormat implements StanceFormat {

    private final ObjectWriter json;

    NdjsonFormat(ObjectMapper json) {
        this.json = json.writerFor(StoredStance.class);
    }

    @Override
    public String mediaType() {
        return Streams.NDJSON;
    }

    @Override
    public Buffer head() {
        return Buffer.buffer();
    }

    @Override
    public Buffer lines(List<StoredStance> stances) {
        Buffer lines = Buffer.buffer();
        for (StoredStance stance : stances) {
            try {
                lines.appendBytes(json.writeValueAsBytes(stance)).appendByte((byte) '\n');
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("stances can be written", e);
            }
        }
        return lines;
    }
}
