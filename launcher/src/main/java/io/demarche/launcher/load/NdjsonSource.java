package io.demarche.launcher.load;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Lines of JSON, sent as they are. */
final class NdjsonSource implements Source {

    private static final byte[] MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    @Override
    public void read(String place, InputStream in, Sink sink) throws IOException, InterruptedException {
        skipMark(in);
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        long length = 0;
        int number = 1;
        for (int one = in.read(); one >= 0; one = in.read()) {
            if (one == '\n') {
                end(place, number, line, length, sink);
                number++;
                length = 0;
            } else {
                if (length < LONGEST) {
                    line.write(one);
                }
                length++;
            }
        }
        end(place, number, line, length, sink);
    }

    /** The byte order mark, which some programs begin files with. */
    private static void skipMark(InputStream in) throws IOException {
        in.mark(MARK.length);
        if (!Arrays.equals(in.readNBytes(MARK.length), MARK)) {
            in.reset();
        }
    }

    private static void end(String place, int number, ByteArrayOutputStream line, long length, Sink sink)
            throws IOException, InterruptedException {
        String where = place + ":" + number;
        byte[] json = line.toByteArray();
        line.reset();
        if (length > LONGEST) {
            sink.refuse(where, "is larger than " + LONGEST + " bytes");
        } else if (!blank(json)) {
            sink.send(where, json);
        }
    }

    private static boolean blank(byte[] json) {
        for (byte one : json) {
            if (one != ' ' && one != '\t' && one != '\r') {
                return false;
            }
        }
        return true;
    }
}
