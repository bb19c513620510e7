package io.demarche.ingest.work;

/** The statements of leases, for whoever measures them without the service. */
public final class WorkStatements {

    private WorkStatements() {}

    /** Takes work: now, attempts allowed, most leases, worker, end of the lease. */
    public static String lease() {
        return WorkSql.LEASE;
    }

    /** Reports success: articles, tokens, engine versions, now. */
    public static String complete() {
        return WorkSql.COMPLETE;
    }
}
