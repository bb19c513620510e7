package io.demarche.gateway.document;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;

/**
 * Completes the OpenAPI document when the gateway is built: nothing of this runs later. Comes after the filters of single
 * features, whose priorities are higher: it completes what they have added too.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = 1)
public class ApiDocumentFilter implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI document) {
        ProblemWords.describe(document.getComponents().getSchemas());
        StreamBodies.describe(document);
        NullableSchemas.tidy(document);
        KeysAndRoles.declare(document);
        CommonHeaders.declare(document);
        CommonAnswers.declare(document);
        Examples examples = new Examples();
        document.getPaths().getPathItems().forEach((path, item) -> complete(path, item, examples));
        AnswerSchemas.complete(document);
        ParameterWords.complete(document);
    }

    private static void complete(String path, PathItem item, Examples examples) {
        for (Map.Entry<PathItem.HttpMethod, Operation> entry :
                item.getOperations().entrySet()) {
            Operation operation = entry.getValue();
            KeysAndRoles.require(entry.getKey(), path, operation);
            CommonAnswers.add(new OperationTraits(path, operation));
            CommonHeaders.add(operation);
            examples.add(operation);
        }
    }
}
