package io.demarche.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class BodiesTest {

    private static final String PAGE = "<html><p>Genève, Köln – ”quoted”</p></html>";
    /** "Moscow, Kyiv" three times over, by the reference encoder. */
    private static final byte[] BROTLI = Base64.getDecoder().decode("GyMA+B0JNk5znbqM1SBLTXOaZewtT6bZ3QVRsYCqbXAB");

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream packed = new GZIPOutputStream(out)) {
            packed.write(plain);
        }
        return out.toByteArray();
    }

    private static byte[] deflate(byte[] plain) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream packed = new DeflaterOutputStream(out)) {
            packed.write(plain);
        }
        return out.toByteArray();
    }

    @Test
    void undoesWhatServersDo() throws IOException {
        byte[] plain = PAGE.getBytes(StandardCharsets.UTF_8);
        assertThat(Bodies.decompress(plain, null, 1_000)).isEqualTo(plain);
        assertThat(Bodies.decompress(plain, "identity", 1_000)).isEqualTo(plain);
        assertThat(Bodies.decompress(gzip(plain), "GZIP", 1_000)).isEqualTo(plain);
        assertThat(Bodies.decompress(deflate(plain), "deflate", 1_000)).isEqualTo(plain);
        assertThat(Bodies.decompress(gzip(deflate(plain)), "deflate, gzip", 1_000))
                .isEqualTo(plain);
        assertThat(new String(Bodies.decompress(BROTLI, "br", 1_000), StandardCharsets.UTF_8))
                .startsWith("Moscow, Kyiv");
    }

    @Test
    void aBombStopsAtTheLimit() throws IOException {
        byte[] bomb = gzip(new byte[50_000_000]);
        assertThatThrownBy(() -> Bodies.decompress(bomb, "gzip", 5_000_000))
                .asInstanceOf(type(FetchException.class))
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(FetchException.Kind.TOO_LARGE));
    }

    @Test
    void whatIsBrokenOrUnknownIsSaid() {
        assertThatThrownBy(() -> Bodies.decompress(new byte[] {1, 2, 3}, "gzip", 100))
                .isInstanceOf(FetchException.class);
        assertThatThrownBy(() -> Bodies.decompress(new byte[] {1, 2, 3}, "zstd", 100))
                .isInstanceOf(FetchException.class);
        assertThatThrownBy(() -> Bodies.decompress(new byte[] {1}, "gzip,gzip,gzip", 100))
                .isInstanceOf(FetchException.class);
    }

    @Test
    void readsWhatTheServerSays() {
        assertThat(Bodies.text(PAGE.getBytes(StandardCharsets.UTF_8), "text/html; charset=utf-8"))
                .isEqualTo(PAGE);
        assertThat(Bodies.text("Köln".getBytes(StandardCharsets.ISO_8859_1), "text/html; charset=\"ISO-8859-1\""))
                .isEqualTo("Köln");
        assertThat(Bodies.text("Москва".getBytes(Charset.forName("windows-1251")), "text/html;charset=windows-1251"))
                .isEqualTo("Москва");
    }

    @Test
    void readsWhatThePageSays() {
        String page = "<html><head><meta charset=windows-1251></head><p>Москва</p>";
        assertThat(Bodies.text(page.getBytes(Charset.forName("windows-1251")), "text/html"))
                .isEqualTo(page);
        String feed = "<?xml version=\"1.0\" encoding=\"koi8-r\"?><rss>Киев</rss>";
        assertThat(Bodies.text(feed.getBytes(Charset.forName("KOI8-R")), null)).isEqualTo(feed);
    }

    @Test
    void aByteOrderMarkCountsMost() {
        byte[] marked = ("\uFEFF" + PAGE).getBytes(StandardCharsets.UTF_16LE);
        assertThat(Bodies.text(marked, "text/html; charset=utf-8")).isEqualTo(PAGE);
        assertThat(Bodies.text(("\uFEFF" + PAGE).getBytes(StandardCharsets.UTF_8), "text/html; charset=latin1"))
                .isEqualTo(PAGE);
    }

    @Test
    void guessesWhatNobodySays() {
        assertThat(Bodies.text(PAGE.getBytes(StandardCharsets.UTF_8), null)).isEqualTo(PAGE);
        assertThat(Bodies.text("Köln, Genève".getBytes(StandardCharsets.ISO_8859_1), null))
                .isEqualTo("Köln, Genève");
    }

    @Test
    void aWrongWordIsForgiven() {
        assertThat(Bodies.text(PAGE.getBytes(StandardCharsets.UTF_8), "text/html; charset=nonsense"))
                .isEqualTo(PAGE);
        assertThat(Bodies.text("Köln".getBytes(StandardCharsets.ISO_8859_1), "text/html; charset=utf-8"))
                .isEqualTo("Köln");
    }

    @Property(tries = 1_000)
    void readsAnyBytes(@ForAll @Size(max = 300) byte[] body, @ForAll String type) {
        assertThat(Bodies.text(body, type)).isNotNull();
    }
}
