package io.demarche.contract.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Methods, headers and framings that nobody should send. */
final class HeaderTricks {

    private static final List<String> METHODS = List.of(
            "GET",
            "PUT",
            "POST",
            "DELETE",
            "PATCH",
            "HEAD",
            "OPTIONS",
            "TRACE",
            "PROPFIND",
            "FOO",
            "get",
            "A".repeat(50));
    private static final List<String> ACCEPTS = List.of(
            "application/json",
            "text/html",
            "text/csv",
            "application/json;q=0",
            "application/problem+json",
            "application/*",
            "a",
            "",
            ";;,",
            "application/json; charset=utf-16",
            "*/*;q=nonsense",
            "application/json, ".repeat(300));
    private static final List<String> CONTENT_TYPES = List.of(
            "",
            "json",
            "text/plain",
            "text/html; charset=utf-8",
            "application/json; charset=utf-16",
            "application/json; charset=nonsense",
            "application/json;;",
            "application/JSON",
            "application/merge-patch+json",
            "application/x-ndjson",
            "application/x-www-form-urlencoded",
            "multipart/form-data",
            "multipart/form-data; boundary=x",
            "*/*",
            "application/json, text/plain");
    private static final List<String> MORE = List.of(
            "X-HTTP-Method-Override: DELETE",
            "Range: bytes=0-1",
            "If-None-Match: *",
            "If-None-Match: \"x\", W/\"y\", z",
            "If-Modified-Since: yesterday",
            "If-Match: \"x\"",
            "Content-Encoding: gzip",
            "Content-Encoding: nonsense",
            "Accept-Encoding: gzip;q=0, identity;q=0",
            "Accept-Encoding: gzip",
            "Accept-Language: tlh",
            "Accept-Charset: utf-16",
            "Forwarded: for=1.2.3.4;host=x.invalid;proto=https",
            "X-Forwarded-Host: x.invalid",
            "X-Forwarded-Prefix: /../",
            "Origin: https://x.invalid",
            "Cookie: a=b; c=\"",
            "traceparent: 00-nonsense",
            "Authorization: Basic eDp5",
            "Idempotency-Key: \"\u00e9\"",
            "Last-Event-ID: -1",
            "X-Long: " + "x".repeat(17_000),
            "Connection: Upgrade\r\nUpgrade: websocket",
            "Expect: 100-continue");

    /** Shared, for there are many of it. */
    private static final byte[] OVERSIZE = new byte[11_000_000];

    private final Random random;

    HeaderTricks(Random random) {
        this.random = random;
    }

    String method(String own) {
        String other = Odd.pick(random, METHODS);
        return other.equals(own) ? "PATCH" : other;
    }

    boolean addAccept(List<String> headers, boolean odd) {
        if (odd) {
            headers.add("Accept: " + Odd.pick(random, ACCEPTS));
        }
        return odd;
    }

    void addContentType(List<String> headers) {
        if (random.nextInt(5) > 0) {
            headers.add("Content-Type: " + Odd.pick(random, CONTENT_TYPES));
        }
    }

    /** With a length or in chunks, and perhaps with a header that has no business here. */
    Attempt framed(Attempt attempt, boolean odd) {
        List<String> headers = new ArrayList<>(attempt.headers());
        if (odd) {
            headers.add(Odd.pick(random, MORE));
        }
        byte[] body = attempt.body();
        if (body.length > 0 && random.nextInt(4) == 0) {
            headers.add("Transfer-Encoding: chunked");
            body = chunked(body);
        } else if (body.length > 0 || random.nextBoolean()) {
            headers.add("Content-Length: " + body.length);
        }
        return new Attempt(attempt.method(), attempt.target(), attempt.version(), headers, body, false);
    }

    private byte[] chunked(byte[] body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int at = 0; at < body.length; ) {
            int length = Math.min(body.length - at, 1 + random.nextInt(5_000));
            out.writeBytes((Integer.toHexString(length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.write(body, at, length);
            out.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
            at += length;
        }
        out.writeBytes("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        return out.toByteArray();
    }

    /** HTTP that is none, or more than a server takes. */
    Attempt broken(Attempt attempt) {
        List<String> headers = new ArrayList<>(attempt.headers());
        String target = attempt.target();
        String version = attempt.version();
        byte[] body = attempt.body();
        switch (random.nextInt(13)) {
            case 0 -> headers.add("X-Huge: " + "x".repeat(70_000));
            case 1 -> target = attempt.path() + "?cursor=" + "x".repeat(70_000);
            case 2 -> headers.add("Bad Name: x");
            case 3 -> headers.add("no colon at all");
            case 4 -> headers.add("Content-Length: -5");
            case 5 -> headers.add("Content-Length: 99999999999999999999");
            case 6 -> {
                headers.add("Content-Length: 3\r\nTransfer-Encoding: chunked");
                body = chunked(body);
            }
            case 7 -> headers.add("Expect: nonsense");
            case 8 -> target = attempt.path() + "?a=<>\"^`{|}";
            case 9 -> target = "http://x.invalid" + target;
            case 10 -> version = "HTTP/9.9";
            case 11 -> {
                headers.add("Transfer-Encoding: chunked");
                body = "zz\r\nnonsense\r\n".getBytes(StandardCharsets.US_ASCII);
            }
            default -> {
                headers.add("Content-Length: 11000000");
                body = OVERSIZE;
            }
        }
        return new Attempt(attempt.method(), target, version, headers, body, true);
    }
}
