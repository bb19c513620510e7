package io.demarche.ingest.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Decides which address a request may connect to. A name is looked up here, once: the connection goes to the very
 * address that was checked, so that a name that changes its address in between (rebinding) leads nowhere.
 */
final class Gate {

    private final Resolver resolver;
    private final Set<String> allowed;
    private final Set<Integer> ports;

    Gate(Resolver resolver, List<String> allowed, Set<Integer> ports) {
        this.resolver = resolver;
        this.allowed =
                allowed.stream().map(host -> host.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
        this.ports = Set.copyOf(ports);
    }

    /** Looks a name up. */
    interface Resolver {
        /**
         * All addresses of a name.
         *
         * @throws UnknownHostException when it has none
         */
        List<InetAddress> resolve(String host) throws UnknownHostException;
    }

    /**
     * The address to connect to. Blocks while a name is looked up.
     *
     * @throws FetchException when the target may not be asked or has no address
     */
    InetAddress admit(Target target) {
        boolean open = allowed.contains(target.host());
        if (!open && !ports.contains(target.port())) {
            throw FetchException.refused("must not name port " + target.port());
        }
        List<InetAddress> addresses = addresses(target);
        // One inner address among outer ones is no accident.
        if (!open && !addresses.stream().allMatch(Addresses::isPublic)) {
            throw FetchException.refused("leads to an address that is not on the public internet");
        }
        return addresses.get(0);
    }

    private List<InetAddress> addresses(Target target) {
        InetAddress literal = target.literal();
        if (literal != null) {
            return List.of(literal);
        }
        try {
            List<InetAddress> found = resolver.resolve(target.host());
            if (!found.isEmpty()) {
                return found;
            }
        } catch (UnknownHostException e) {
            // As a name without addresses.
        }
        throw FetchException.failed("The host of the address is not known.");
    }
}
