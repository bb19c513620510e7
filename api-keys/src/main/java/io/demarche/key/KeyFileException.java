package io.demarche.key;

import java.io.IOException;

/** A key file can't be read or written; the message is a sentence for whoever runs this. */
public final class KeyFileException extends IOException {

    private static final long serialVersionUID = 1L;

    KeyFileException(String message) {
        super(message);
    }

    KeyFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
