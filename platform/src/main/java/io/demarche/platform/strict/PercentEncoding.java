package io.demarche.platform.strict;

import java.io.ByteArrayOutputStream;

/** Percent-encoding of URIs. */
final class PercentEncoding {

    private static final int HEX = 16;

    private PercentEncoding() {}

    /** Whether every escape of the URI is whole, and all of it together is UTF-8. */
    static boolean sound(String uri) {
        if (uri.indexOf('%') < 0) {
            return true;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(uri.length());
        for (int i = 0; i < uri.length(); i++) {
            char c = uri.charAt(i);
            if (c != '%') {
                bytes.write(c);
                continue;
            }
            int high = i + 2 < uri.length() ? Character.digit(uri.charAt(i + 1), HEX) : -1;
            int low = i + 2 < uri.length() ? Character.digit(uri.charAt(i + 2), HEX) : -1;
            if (high < 0 || low < 0) {
                return false;
            }
            bytes.write(high * HEX + low);
            i += 2;
        }
        return Utf8.broken(bytes.toByteArray()) < 0;
    }
}
