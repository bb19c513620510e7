package io.demarche.platform.database;

/**
 * Where a database listens and who may enter.
 *
 * @param url {@code postgresql://host:port/name}, without user or password
 * @param user role to connect as
 * @param password password of the role; empty when it needs none
 */
public record DatabaseAddress(String url, String user, String password) {

    /** Leaves the password out. */
    @Override
    public String toString() {
        return url + " as " + user;
    }
}
