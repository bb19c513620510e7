package io.demarche.platform.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.util.Set;

/** The constraints of values that do not come as the body of a request, such as the lines of a stream. */
public final class Constraints {

    private Constraints() {}

    /**
     * Checks a value.
     *
     * @throws ProblemException 400 that names each field that breaks a constraint
     */
    public static <T> void check(Validator validator, T value) {
        Set<ConstraintViolation<T>> broken = validator.validate(value);
        if (!broken.isEmpty()) {
            throw ProblemException.badRequest(Violations.of(new ConstraintViolationException(broken), null));
        }
    }
}
