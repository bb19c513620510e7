package io.demarche.contract.fuzz;

import java.util.List;

/** In what a request is not as it should be. */
enum Oddity {
    NONE,
    METHOD,
    PATH,
    QUERY,
    ACCEPT,
    CONTENT_TYPE,
    HEADERS,
    VALUE,
    BODY,
    HTTP;

    /** Each as often as it pays. */
    static final List<Oddity> FOR_ALL = List.of(
            NONE,
            NONE,
            NONE,
            METHOD,
            PATH,
            PATH,
            QUERY,
            QUERY,
            QUERY,
            ACCEPT,
            CONTENT_TYPE,
            HEADERS,
            VALUE,
            VALUE,
            VALUE,
            BODY,
            BODY,
            HTTP);
}
