package io.demarche.ingest.fetch;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import org.brotli.dec.BrotliInputStream;
import org.jspecify.annotations.Nullable;

/** From bytes off the wire to text. */
final class Bodies {

    /** Where a page says its encoding, if it does: the specification asks for the first 1,024 bytes, pages need more. */
    private static final int HEAD = 4_096;

    private static final Pattern DECLARED =
            Pattern.compile("charset\\s*=\\s*[\"']?\\s*([a-z0-9_:.-]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern XML =
            Pattern.compile("^\\s*<\\?xml[^>]{0,200}encoding\\s*=\\s*[\"']([a-z0-9_:.-]+)", Pattern.CASE_INSENSITIVE);
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final int BUFFER = 16_384;

    private Bodies() {}

    /**
     * Undoes a content encoding.
     *
     * @param most the most bytes that may come out
     * @throws FetchException when more would come out, or it can't be undone
     */
    static byte[] decompress(byte[] body, @Nullable String encoding, long most) {
        byte[] plain = body;
        if (encoding != null) {
            String[] applied = encoding.toLowerCase(Locale.ROOT).split(",");
            if (applied.length > 2) {
                throw FetchException.failed("The page is compressed in a way that is not known.");
            }
            for (int i = applied.length - 1; i >= 0; i--) {
                plain = undo(plain, applied[i].strip(), most);
            }
        }
        if (plain.length > most) {
            throw tooLarge(most);
        }
        return plain;
    }

    static FetchException tooLarge(long most) {
        return FetchException.of(FetchException.Kind.TOO_LARGE, "is larger than " + most + " bytes");
    }

    private static byte[] undo(byte[] body, String encoding, long most) {
        if (encoding.isEmpty() || encoding.equals("identity") || body.length == 0) {
            return body;
        }
        try (InputStream in = open(new ByteArrayInputStream(body), encoding)) {
            ByteArrayOutputStream out = new ByteArrayOutputStream(Math.min(body.length * 4, (int) most));
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                out.write(buffer, 0, read);
                if (out.size() > most) {
                    throw tooLarge(most);
                }
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw FetchException.failed("The page's compression is broken.");
        }
    }

    private static InputStream open(InputStream body, String encoding) throws IOException {
        return switch (encoding) {
            case "gzip", "x-gzip" -> new GZIPInputStream(body, BUFFER);
            case "deflate" -> new InflaterInputStream(body);
            case "br" -> new BrotliInputStream(body);
            default -> throw FetchException.failed("The page is compressed in a way that is not known.");
        };
    }

    /**
     * Reads text. A byte order mark counts most, then what the server says, then the page itself; without any of them it
     * is UTF-8 if it can be, and Windows-1252 else.
     *
     * @param contentType the header, or null
     */
    static String text(byte[] body, @Nullable String contentType) {
        Charset marked = marked(body);
        if (marked != null) {
            return new String(body, marked).substring(1);
        }
        Charset said = contentType == null ? null : declared(contentType, DECLARED);
        if (said == null) {
            String head = new String(body, 0, Math.min(body.length, HEAD), StandardCharsets.ISO_8859_1);
            said = declared(head, XML);
            said = said == null ? declared(head, DECLARED) : said;
            // A page that can be read as ASCII so far is not in UTF-16, whatever it says.
            said = said != null && said.name().startsWith("UTF-16") ? StandardCharsets.UTF_8 : said;
        }
        return said == null || said.equals(StandardCharsets.UTF_8) ? guessed(body) : new String(body, said);
    }

    private static @Nullable Charset marked(byte[] body) {
        if (body.length >= 3 && body[0] == (byte) 0xef && body[1] == (byte) 0xbb && body[2] == (byte) 0xbf) {
            return StandardCharsets.UTF_8;
        }
        if (body.length >= 2 && body[0] == (byte) 0xfe && body[1] == (byte) 0xff) {
            return StandardCharsets.UTF_16BE;
        }
        return body.length >= 2 && body[0] == (byte) 0xff && body[1] == (byte) 0xfe ? StandardCharsets.UTF_16LE : null;
    }

    private static @Nullable Charset declared(String text, Pattern pattern) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            return null;
        }
        String name = matcher.group(1).toLowerCase(Locale.ROOT);
        // What the web calls Latin-1 and ASCII has always been Windows-1252.
        if (name.equals("iso-8859-1") || name.equals("latin1") || name.equals("us-ascii") || name.equals("ascii")) {
            return WINDOWS;
        }
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static String guessed(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(body, mostlyUtf8(body) ? StandardCharsets.UTF_8 : WINDOWS);
        }
    }

    /** A page in UTF-8 with a broken character is still one; a cut at its end is the commonest. */
    private static boolean mostlyUtf8(byte[] body) {
        String read = new String(body, StandardCharsets.UTF_8);
        int broken = 0;
        int beyondAscii = 0;
        for (int i = 0; i < read.length(); i++) {
            broken += read.charAt(i) == '\uFFFD' ? 1 : 0;
            beyondAscii += read.charAt(i) > 127 ? 1 : 0;
        }
        return broken * 10 <= beyondAscii;
    }
}
