package io.demarche.analysis.worker;

import org.jboss.logging.Logger;

/** Says once that something has gone away, and once that it is back, however often it is tried in between. */
final class Reachability {

    private final String what;
    private final Logger log;
    private boolean away;

    Reachability(String what, Logger log) {
        this.what = what;
        this.log = log;
    }

    void away(Throwable cause) {
        if (!away) {
            away = true;
            log.warnf("%s cannot be used for now, trying on: %s", what, cause);
        }
    }

    void back() {
        if (away) {
            away = false;
            log.infof("%s is back.", what);
        }
    }

    boolean isAway() {
        return away;
    }
}
