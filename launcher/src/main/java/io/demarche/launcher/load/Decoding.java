package io.demarche.launcher.load;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Characters of files, by what is most to be trusted: mark, what the sender said, what holds as UTF-8, what the page says. */
final class Decoding {

    private static final Pattern DECLARED = Pattern.compile(
            "<(?:meta|\\?xml)[^>]*(?:charset|encoding)\\s*=\\s*[\"']?([\\w.:-]+)", Pattern.CASE_INSENSITIVE);
    private static final int HEAD = 4096;

    private Decoding() {}

    static String decode(byte[] bytes, @Nullable String said) {
        String text = bom(bytes);
        if (text == null) {
            text = new String(bytes, charset(bytes, said));
        }
        // What no database would take.
        return text.indexOf(0) < 0 ? text : text.replace("\0", "");
    }

    private static @Nullable String bom(byte[] bytes) {
        if (begins(bytes, 0xef, 0xbb, 0xbf)) {
            return new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8);
        }
        return begins(bytes, 0xfe, 0xff) || begins(bytes, 0xff, 0xfe)
                ? new String(bytes, StandardCharsets.UTF_16)
                : null;
    }

    private static Charset charset(byte[] bytes, @Nullable String said) {
        Charset told = said == null ? null : named(said);
        if (told != null) {
            return told;
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return StandardCharsets.UTF_8;
        } catch (CharacterCodingException other) {
            String head = new String(bytes, 0, Math.min(HEAD, bytes.length), StandardCharsets.ISO_8859_1);
            Matcher declared = DECLARED.matcher(head);
            Charset own = declared.find() ? named(declared.group(1)) : null;
            return own == null || own.equals(StandardCharsets.UTF_8) ? Charset.forName("windows-1252") : own;
        }
    }

    private static @Nullable Charset named(String name) {
        try {
            return Charset.forName(name.strip());
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return null;
        }
    }

    private static boolean begins(byte[] bytes, int... with) {
        for (int i = 0; i < with.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xff) != with[i]) {
                return false;
            }
        }
        return true;
    }
}
