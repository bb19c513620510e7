package io.demarche.analysis.stance;

import io.demarche.platform.strict.Streams;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Streams every stance that fits a filter. Read in keyset batches, each in a session of its own, and no batch before the
 * one before it has gone out: neither memory nor a transaction grows with the length of the stream.
 */
@ApplicationScoped
public class StanceExportService {

    /** The media type of comma-separated values. */
    public static final String CSV = "text/csv";

    private static final int BATCH = 500;

    private final StanceRepository repository;
    private final NdjsonFormat ndjson;
    private final CsvFormat csv;

    StanceExportService(StanceRepository repository, NdjsonFormat ndjson, CsvFormat csv) {
        this.repository = repository;
        this.ndjson = ndjson;
        this.csv = csv;
    }

    /** How far a stream has come. */
    private static final class Place {
        private @Nullable StanceKey after;
        private long left;

        Place(@Nullable StanceKey after, @Nullable Integer limit) {
            this.after = after;
            this.left = limit == null ? Long.MAX_VALUE : limit;
        }

        int batch() {
            return (int) Math.min(BATCH, left);
        }
    }

    private record Batch(List<StoredStance> stances, boolean more) {}

    /**
     * Writes all stances that fit as the answer to a request.
     *
     * @param cursor the stream begins behind it; null to begin with the newest
     * @param limit most stances in all; null for any number
     * @param type {@link Streams#NDJSON} or {@link #CSV}
     * @param request its response is written by this
     * @return ends with the stream; fails when nothing is written yet, and breaks the response off after that
     */
    Uni<@Nullable Void> write(
            StanceFilter filter,
            @Nullable String cursor,
            @Nullable Integer limit,
            MediaType type,
            HttpServerRequest request) {
        StanceFormat format = type.toString().equals(CSV) ? csv : ndjson;
        StanceKey after = cursor == null ? null : StanceKey.fromCursor(cursor);
        HttpServerResponse response = request.response();
        if (HttpMethod.HEAD.equals(request.method())) {
            return Uni.createFrom()
                    .completionStage(() -> head(response, format).end().toCompletionStage());
        }
        StreamedAnswer answer = new StreamedAnswer(request);
        return Multi.createBy()
                .repeating()
                .uni(() -> new Place(after, limit), place -> next(filter, place))
                .whilst(Batch::more)
                .onItem()
                .transformToUniAndConcatenate(batch -> {
                    if (!response.headWritten()) {
                        head(response, format).setChunked(true).write(format.head());
                    }
                    return answer.write(format.lines(batch.stances()));
                })
                .collect()
                .last()
                .replaceWithVoid()
                .onItemOrFailure()
                .transformToUni((done, failure) -> answer.end(failure));
    }

    private static HttpServerResponse head(HttpServerResponse response, StanceFormat format) {
        response.putHeader(HttpHeaders.CONTENT_TYPE, format.mediaType()).putHeader(HttpHeaders.VARY, "Accept");
        if (format instanceof CsvFormat) {
            response.putHeader("Content-Disposition", "attachment; filename=\"stances.csv\"");
        }
        return response;
    }

    private Uni<Batch> next(StanceFilter filter, Place place) {
        int size = place.batch();
        return Panache.withSession(() -> repository.page(filter, place.after, size))
                .map(rows -> {
                    place.left -= rows.size();
                    if (!rows.isEmpty()) {
                        StanceEntity last = rows.get(rows.size() - 1);
                        place.after = new StanceKey(last.at, last.id);
                    }
                    boolean more = rows.size() == size && place.left > 0;
                    return new Batch(rows.stream().map(StanceMapper::toStored).toList(), more);
                });
    }
}
