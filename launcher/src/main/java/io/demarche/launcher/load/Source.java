package io.demarche.launcher.load;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/** One way to read articles out of a file. */
interface Source {

    /** The longest article that the service takes, in bytes. */
    int LONGEST = 10 * 1024 * 1024;

    /** How much of a file tells what it is. */
    int LOOK = 4096;

    /**
     * Reads a file, with no more than an article of it in memory.
     *
     * @param place the file's name, for people
     * @param in its bytes, unpacked unless the source unpacks by itself
     */
    void read(String place, InputStream in, Sink sink) throws IOException, InterruptedException;

    /** Reads a file in the way that its name or else its beginning asks for. */
    static void read(Path file, Sink sink) throws IOException, InterruptedException {
        String place = file.toString();
        try (InputStream counted = new CountingStream(file, sink);
                InputStream in = new BufferedInputStream(counted)) {
            String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
            byte[] beginning = look(in);
            boolean zipped = beginning.length > 1 && beginning[0] == 0x1f && beginning[1] == (byte) 0x8b;
            if (name.endsWith(".warc") || name.endsWith(".warc.gz")) {
                new WarcSource().read(place, in, sink);
            } else if (zipped) {
                InputStream unpacked = new BufferedInputStream(new GZIPInputStream(in));
                byte[] inner = look(unpacked);
                of(name.replaceAll("\\.gz$", ""), inner).read(place, unpacked, sink);
            } else {
                of(name, beginning).read(place, in, sink);
            }
        }
    }

    private static byte[] look(InputStream in) throws IOException {
        in.mark(LOOK + 1);
        byte[] beginning = in.readNBytes(LOOK);
        in.reset();
        return beginning;
    }

    private static Source of(String name, byte[] beginning) {
        if (name.endsWith(".ndjson") || name.endsWith(".jsonl")) {
            return new NdjsonSource();
        }
        if (name.endsWith(".html") || name.endsWith(".htm") || name.endsWith(".xhtml")) {
            return new PageSource("html");
        }
        if (name.endsWith(".txt") || name.endsWith(".text") || name.endsWith(".md")) {
            return new PageSource("text");
        }
        String text = new String(beginning, StandardCharsets.ISO_8859_1)
                .replace("\u00ef\u00bb\u00bf", "")
                .stripLeading();
        if (text.startsWith("WARC/")) {
            return new WarcSource();
        }
        if (text.indexOf(0) >= 0) {
            return (place, in, sink) -> sink.refuse(place, "is none of NDJSON, HTML, text and WARC");
        }
        if (text.startsWith("{")) {
            return new NdjsonSource();
        }
        return new PageSource(text.startsWith("<") ? "html" : "text");
    }
}
