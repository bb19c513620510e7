package io.demarche.ingest.work;

/** How far an article got. */
public enum WorkState {
    /** Waits to be leased, perhaps until a later time. */
    PENDING,
    /** A worker has it, until the lease runs out. */
    LEASED,
    /** Done. */
    ANALYSED,
    /** Given up; the reason is kept. */
    FAILED
}
