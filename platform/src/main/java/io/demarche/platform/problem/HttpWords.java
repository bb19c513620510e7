package io.demarche.platform.problem;

/** What to say about a status that the HTTP layer has set without words of its own. */
final class HttpWords {

    private HttpWords() {}

    static String detail(int status) {
        return switch (status) {
            case 400 -> "The request cannot be read.";
            case 401 -> "The Authorization header with a bearer token is missing or wrong.";
            case 403 -> "This is not allowed.";
            case 404 -> "There is nothing under this path.";
            case 405 -> "This path does not offer this method.";
            case 406 -> "None of the media types in the Accept header is offered here.";
            case 408 -> "The request took too long to arrive.";
            case 413 -> "The body of the request is too large.";
            case 414 -> "The URI is too long.";
            case 415 -> "The Content-Type is missing, or none that is taken here.";
            case 431 -> "The headers of the request are too large.";
            case 503 -> "The service is starting, stopping or overloaded.";
            default -> status < 500 ? "The request cannot be handled." : "The error is kept under its errorId.";
        };
    }
}
