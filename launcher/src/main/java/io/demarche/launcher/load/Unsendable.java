package io.demarche.launcher.load;

import java.io.IOException;

/** Nothing more can be sent, whatever it is; the message is one sentence for people. */
final class Unsendable extends IOException {

    private static final long serialVersionUID = 1L;

    Unsendable(String message) {
        super(message);
    }
}
