package io.demarche.ingest.article;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.demarche.ingest.extraction.Characters;
import io.demarche.ingest.extraction.Extraction;
import io.demarche.ingest.extraction.ExtractionInput;
import io.demarche.ingest.extraction.WebAddress;
import io.demarche.platform.id.Uuid7;
import io.demarche.platform.problem.Constraints;
import io.demarche.platform.problem.Problem;
import io.demarche.platform.problem.ProblemException;
import io.demarche.platform.strict.RequestLimitsConfig;
import io.demarche.platform.strict.StrictReader;
import jakarta.inject.Singleton;
import jakarta.validation.Validator;
import java.time.Clock;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** Makes articles of the lines of a batch, by the rules for articles that come alone. */
@Singleton
class LinePreparation {

    private static final Logger LOG = Logger.getLogger(LinePreparation.class);

    private final ObjectReader reader;
    private final Validator validator;
    private final Clock clock;
    private final long longest;

    LinePreparation(ObjectMapper json, Validator validator, Clock clock, RequestLimitsConfig limits) {
        this.reader = json.readerFor(ArticleRequest.class);
        this.validator = validator;
        this.clock = clock;
        this.longest = limits.maxBodySize().asLongValue();
    }

    /** Prepares one line; whatever is wrong with it is told, not thrown. */
    PreparedLine prepare(ArticleLine line, Function<ExtractionInput, Extraction> extractor) {
        try {
            return new PreparedLine(line.number(), accept(line, extractor), null);
        } catch (ProblemException wrong) {
            return new PreparedLine(line.number(), null, LineReceipt.refused(line.number(), wrong));
        } catch (RuntimeException unforeseen) {
            return new PreparedLine(line.number(), null, failed(line.number(), unforeseen));
        }
    }

    /** What the sender of a line is told that failed for a reason on this side, which the log keeps. */
    static LineReceipt failed(int line, Throwable unforeseen) {
        String id = Uuid7.next().toString();
        LOG.errorf(unforeseen, "line %d of a batch failed, error %s", line, id);
        Problem problem =
                Problem.of(500, "The error is kept under its errorId.").loggedAs(id);
        return LineReceipt.refused(line, ProblemException.of(problem));
    }

    private NewArticle accept(ArticleLine line, Function<ExtractionInput, Extraction> extractor) {
        byte[] json = line.json();
        if (json == null) {
            throw ProblemException.tooLarge("body", "is larger than " + longest + " bytes");
        }
        ArticleRequest request = StrictReader.read(json, reader);
        Constraints.check(validator, request);
        String url = WebAddress.given(request.url());
        if (url != null && request.text() == null && request.html() == null) {
            throw ProblemException.badRequest(
                    "url",
                    "comes alone, and a batch fetches nothing: send the text or html too, or the line by itself");
        }
        ExtractionInput input =
                ExtractionInput.sent(request.text(), request.html(), url, Characters.line(request.title()));
        Extraction found = extractor.apply(input);
        ArticleService.check(found, input.field());
        return ArticleMapper.toStore(request, url, found, clock.instant());
    }
}
