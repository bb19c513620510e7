package io.demarche.gateway.upstream;

/** Whoever asked has hung up. */
final class CallerLeftException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CallerLeftException() {
        super("the caller has hung up", null, false, false);
    }
}
