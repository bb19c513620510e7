package io.demarche.platform.identity;

import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Which service an address belongs to. */
final class Callees {

    private final List<Callee> callees;

    Callees(Map<String, URI> addresses) {
        this.callees = addresses.entrySet().stream()
                .map(entry -> new Callee(entry.getKey(), entry.getValue(), prefix(entry.getValue())))
                // Of two services under one host, the one whose path says more.
                .sorted(Comparator.comparing((Callee callee) -> callee.prefix().length())
                        .reversed())
                .toList();
    }

    /** The name of the service; empty for an address of none. */
    Optional<String> nameOf(URI address) {
        return callees.stream()
                .filter(callee -> callee.holds(address))
                .findFirst()
                .map(Callee::name);
    }

    private static String prefix(URI base) {
        String path = base.getPath();
        return path == null ? "" : path.replaceAll("/+$", "");
    }

    private static int port(URI address) {
        if (address.getPort() >= 0) {
            return address.getPort();
        }
        return "https".equalsIgnoreCase(address.getScheme()) ? 443 : 80;
    }

    private static String host(URI address) {
        return address.getHost() == null ? "" : address.getHost().toLowerCase(Locale.ROOT);
    }

    private record Callee(String name, URI base, String prefix) {

        boolean holds(URI address) {
            String path = address.getPath() == null ? "" : address.getPath();
            return host(base).equals(host(address))
                    && port(base) == port(address)
                    && String.valueOf(base.getScheme()).equalsIgnoreCase(String.valueOf(address.getScheme()))
                    && (path.equals(prefix) || path.startsWith(prefix + "/"));
        }
    }
}
