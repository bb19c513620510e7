package io.demarche.engine;

/** A request that makes no sense: says which part of it, and why. */
public final class InvalidRequestException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String field;

    /**
     * @param field the part of the request, such as {@code mentions[2].end}
     * @param reason what is wrong with it, for people
     */
    public InvalidRequestException(String field, String reason) {
        super(reason);
        this.field = field;
    }

    /** The part of the request that is wrong. */
    public String field() {
        return field;
    }
}
