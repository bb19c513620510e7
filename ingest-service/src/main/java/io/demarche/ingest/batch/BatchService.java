package io.demarche.ingest.batch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.demarche.ingest.article.ArticleBatchService;
import io.demarche.ingest.article.LineReceipt;
import io.demarche.ingest.work.Admission;
import io.demarche.platform.strict.RequestLimitsConfig;
import io.demarche.platform.strict.Streams;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes batches. */
@Singleton
public class BatchService {

    private static final int LINE_LENGTH = 128;

    private final ArticleBatchService articles;
    private final Admission admission;
    private final BatchConfig config;
    private final RequestLimitsConfig limits;
    private final ObjectWriter json;

    BatchService(
            ArticleBatchService articles,
            Admission admission,
            BatchConfig config,
            RequestLimitsConfig limits,
            ObjectMapper json) {
        this.articles = articles;
        this.admission = admission;
        this.config = config;
        this.limits = limits;
        this.json = json.writerFor(LineReceipt.class);
    }

    /**
     * Reads articles off a request and answers each line once its article is safe.
     *
     * @param request of which nothing has been read; its response is written by this
     * @return ends with the batch; a 503, before anything is written, when nothing is accepted at the moment
     */
    Uni<@Nullable Void> accept(HttpServerRequest request) {
        request.pause();
        return admission.check().flatMap(admitted -> {
            request.response()
                    .setChunked(true)
                    .putHeader(HttpHeaders.CONTENT_TYPE, Streams.NDJSON)
                    // A line that waits in a compressor is of no use to anybody.
                    .putHeader(HttpHeaders.CONTENT_ENCODING, HttpHeaders.IDENTITY);
            return new BatchStream(
                            request,
                            Vertx.currentContext(),
                            articles,
                            admission,
                            this::write,
                            config,
                            limits.maxBodySize().asLongValue())
                    .run();
        });
    }

    private Buffer write(List<LineReceipt> receipts) {
        Buffer lines = Buffer.buffer(LINE_LENGTH * receipts.size());
        for (LineReceipt receipt : receipts) {
            try {
                lines.appendBytes(json.writeValueAsBytes(receipt)).appendByte((byte) '\n');
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("receipts can be written", e);
            }
        }
        return lines;
    }
}
