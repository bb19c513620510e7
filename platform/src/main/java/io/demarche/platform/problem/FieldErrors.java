package io.demarche.platform.problem;

import java.util.List;

/** Words for lists of field errors. */
final class FieldErrors {

    private FieldErrors() {}

    /** One sentence that names the first error and says how many there are. */
    static String summary(List<FieldError> errors) {
        if (errors.isEmpty()) {
            return "The request is not valid.";
        }
        FieldError first = errors.get(0);
        String sentence = first.field() + ": " + first.reason();
        return errors.size() == 1 ? sentence : sentence + " (and " + (errors.size() - 1) + " more)";
    }
}
