package io.demarche.launcher.load;

import java.io.IOException;
import java.io.InputStream;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;

/** A web archive: the pages among its records. */
final class WarcSource implements Source {

    private static final int OK = 200;

    private final PageSource pages = new PageSource("html");

    @Override
    public void read(String place, InputStream in, Sink sink) throws IOException, InterruptedException {
        int number = 0;
        try (WarcReader reader = new WarcReader(in)) {
            while (true) {
                number++;
                WarcRecord record = reader.next().orElse(null);
                if (record == null) {
                    return;
                }
                if (record instanceof WarcResponse response
                        && response.contentType().base().equals(MediaType.HTTP)) {
                    page(place + ", record " + number, response, sink);
                }
            }
        } catch (IOException | IllegalArgumentException broken) {
            if (broken instanceof Unsendable unsendable) {
                throw unsendable;
            }
            sink.refuse(place + ", record " + number, "the archive cannot be read from here on");
        }
    }

    private void page(String place, WarcResponse response, Sink sink) throws IOException, InterruptedException {
        HttpResponse http = response.http();
        MediaType type = http.contentType();
        boolean page = type.base().equals(MediaType.HTML) || type.base().equals(MediaType.XHTML);
        if (http.status() != OK || !page) {
            return;
        }
        String charset = type.parameters().get("charset");
        pages.read(
                place + " (" + response.target() + ")", http.bodyDecoded().stream(), response.target(), charset, sink);
    }
}
