package io.demarche.contract.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A request as it goes over the wire.
 *
 * @param method in whatever letters
 * @param target path and query as they stand in the first line
 * @param version of HTTP, as it stands in the first line
 * @param headers each with its colon, without line ends
 * @param body its bytes, framed by one of the headers
 * @param broken whether the HTTP itself is wrong, so that no operation is reached and breaking off is an answer too
 */
public record Attempt(String method, String target, String version, List<String> headers, byte[] body, boolean broken) {

    private static final int LONGEST_SHOWN = 1_000;

    /** Copies the headers. */
    public Attempt {
        headers = List.copyOf(headers);
    }

    /** The path without the query. */
    public String path() {
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes((method + " " + target + " " + version + "\r\n").getBytes(StandardCharsets.UTF_8));
        for (String header : headers) {
            out.writeBytes((header + "\r\n").getBytes(StandardCharsets.UTF_8));
        }
        out.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(body);
        return out.toByteArray();
    }

    /** What to look at when the answer is wrong; long ones are cut. */
    @Override
    public String toString() {
        String start = new String(body, 0, Math.min(body.length, LONGEST_SHOWN), StandardCharsets.UTF_8);
        return cut(method + " " + target) + " "
                + headers.stream().map(Attempt::cut).toList() + " body of " + body.length + ": " + start;
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "… (" + text.length() + ")";
    }
}
