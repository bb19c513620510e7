package io.demarche.analysis.worker;

import org.jspecify.annotations.Nullable;

/**
 * What ingest is to hear about a lease at its end.
 *
 * @param lease the lease
 * @param kind done, or not
 * @param note the engine's version when it is done, otherwise the reason, for people
 */
record Settlement(Lease lease, Kind kind, String note) {

    enum Kind {
        /** Analysed and stored. */
        COMPLETE,
        /** Cannot be analysed, now or ever. */
        FAIL,
        /** Not tried to the end; somebody else shall, and it does not count as an attempt. */
        HAND_BACK
    }

    static Settlement complete(Lease lease, String engineVersion) {
        return new Settlement(lease, Kind.COMPLETE, engineVersion);
    }

    static Settlement fail(Lease lease, @Nullable String reason) {
        return new Settlement(lease, Kind.FAIL, reason == null ? "unknown" : reason);
    }

    static Settlement handBack(Lease lease) {
        return new Settlement(lease, Kind.HAND_BACK, "shutdown");
    }
}
