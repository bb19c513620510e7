package io.demarche.launcher.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.demarche.launcher.Authorization;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcWriter;

class LoadTest {

    @TempDir
    Path folder;

    private final FakeGateway gateway = new FakeGateway();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final List<Integer> pauses = Collections.synchronizedList(new ArrayList<>());

    @BeforeEach
    void start() throws IOException {
        gateway.start();
    }

    @AfterEach
    void stop() {
        gateway.stop();
    }

    private int load(Path... given) throws InterruptedException {
        return load(false, given);
    }

    private int load(boolean terminal, Path... given) throws InterruptedException {
        PrintStream printed = new PrintStream(out, true, StandardCharsets.UTF_8);
        return Load.run(
                new BatchApi(gateway.url(), Authorization.of("dmk_key")),
                List.of(given),
                printed,
                terminal,
                pauses::add);
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private Path write(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    private static WarcResponse response(String url, int status, MediaType type, byte[] body) throws IOException {
        return new WarcResponse.Builder(URI.create(url))
                .body(new HttpResponse.Builder(status, "Reason")
                        .body(type, body)
                        .build())
                .build();
    }

    private Path archive(String name, WarcCompression compression) throws IOException {
        Path file = folder.resolve(name);
        byte[] latin = "<p>Größe</p>".getBytes(StandardCharsets.ISO_8859_1);
        try (OutputStream bytes = Files.newOutputStream(file);
                WarcWriter writer = new WarcWriter(Channels.newChannel(bytes), compression)) {
            writer.write(response(
                    "https://a.example/1", 200, MediaType.HTML_UTF8, "<p>Één".getBytes(StandardCharsets.UTF_8)));
            writer.write(response(
                    "https://a.example/gone", 404, MediaType.HTML, "<p>gone".getBytes(StandardCharsets.UTF_8)));
            writer.write(response("https://a.example/i", 200, MediaType.parse("image/png"), new byte[] {1, 2, 3}));
            writer.write(response("https://a.example/2", 200, MediaType.parse("text/html; charset=iso-8859-1"), latin));
        }
        return file;
    }

    @Test
    void everyKindOfFileIsSent() throws Exception {
        write("a/lines.ndjson", "\uFEFF{\"text\":\"one\"}\n\n{\"text\":\"two\"}\r\n{\"text\":\"three\"}");
        Files.write(
                folder.resolve("a/old.html"),
                "<meta charset=windows-1252><p>Größe".getBytes(Charset.forName("windows-1252")));
        write("b/plain.txt", "A text.\nOf two lines: é.");
        write("b/without", "{\"text\":\"four\"}\n");
        write("b/page", "<!doctype html><p>five");
        write("b/.hidden.txt", "not sent");
        try (OutputStream zipped = new GZIPOutputStream(Files.newOutputStream(folder.resolve("b/z.jsonl.gz")))) {
            zipped.write("{\"text\":\"six\"}".getBytes(StandardCharsets.UTF_8));
        }
        archive("c.warc", WarcCompression.NONE);
        archive("d.warc.gz", WarcCompression.GZIP);

        assertThat(load(folder)).as(printed()).isZero();

        assertThat(gateway.texts())
                .containsExactlyInAnyOrder(
                        "one",
                        "two",
                        "three",
                        "<meta charset=windows-1252><p>Größe",
                        "A text.\nOf two lines: é.",
                        "four",
                        "<!doctype html><p>five",
                        "six",
                        "https://a.example/1 <p>Één",
                        "https://a.example/2 <p>Größe</p>",
                        "https://a.example/1 <p>Één",
                        "https://a.example/2 <p>Größe</p>");
        assertThat(printed()).contains("12 stored, 0 known already, 0 refused.").doesNotContain("\r", "\033");
    }

    @Test
    void whatIsRefusedIsNamedAndEndsWithOne() throws Exception {
        Path file = write("mixed.ndjson", "{\"text\":\"good\"}\n\n{\"text\":\"bad\"}\n{\"text\":\"known\"}\n");
        assertThat(load(file)).isEqualTo(1);
        assertThat(printed()).contains("1 stored, 1 known already, 1 refused.", file + ":3: text: is bad");
    }

    @Test
    void onlyTheFirstRefusalsAreNamed() throws Exception {
        assertThat(load(write("bad.ndjson", "{\"text\":\"bad\"}\n".repeat(1_234))))
                .isEqualTo(1);
        assertThat(printed())
                .contains("1,234 refused", "bad.ndjson:10:", "… and 1,224 more")
                .doesNotContain("bad.ndjson:11:");
    }

    @Test
    void waitsAsLongAsItIsToldTo() throws Exception {
        gateway.refuseCalls(2, 503, 7);
        gateway.refuseLines(3, 4);
        assertThat(load(write(
                        "lines.ndjson",
                        "{\"text\":\"a\"}\n{\"text\":\"b\"}\n{\"text\":\"c\"}\n{\"text\":\"d\"}\n{\"text\":\"e\"}\n")))
                .isZero();
        assertThat(pauses).containsExactly(7, 7, 4);
        assertThat(gateway.texts()).containsExactlyInAnyOrder("a", "b", "c", "d", "e");
        assertThat(printed()).contains("5 stored", "waiting 7 s");
    }

    @Test
    void whatWasNotAnsweredIsSentAgain() throws Exception {
        gateway.breakOff(2);
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 1_500; i++) {
            lines.append("{\"text\":\"number ").append(i).append("\"}\n");
        }
        assertThat(load(write("lines.ndjson", lines.toString()))).isZero();
        assertThat(gateway.texts()).hasSize(1_500).doesNotHaveDuplicates();
    }

    @Test
    void aGatewayThatIsNotThereIsSaid() throws Exception {
        gateway.stop();
        assertThat(load(write("a.txt", "x"))).isEqualTo(1);
        assertThat(printed()).contains("Stopped: the gateway does not answer");
        assertThat(pauses).hasSize(9);
    }

    @Test
    void aGatewayThatTakesNoBatchesIsSaid() throws Exception {
        gateway.refuseCalls(1, 404, 0);
        assertThat(load(write("a.txt", "x"))).isEqualTo(1);
        assertThat(printed()).contains("Stopped: the gateway takes no articles: HTTP 404");
    }

    @Test
    void tooLongLinesAndFilesAreRefusedHere() throws Exception {
        String tooLong = "x".repeat(Source.LONGEST + 1);
        Path lines = write("lines.ndjson", tooLong + "\n{\"text\":\"short\"}\n");
        Path text = write("long.txt", tooLong);
        assertThat(load(lines, text)).isEqualTo(1);
        assertThat(gateway.texts()).containsExactly("short");
        assertThat(printed()).contains(lines + ":1: is larger than", text + ": is larger than");
    }

    @Test
    void whatIsNoArticleIsRefused() throws Exception {
        Path picture = folder.resolve("picture.bin");
        Files.write(picture, new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0, 0});
        Path zip = folder.resolve("broken.txt.gz");
        Files.write(zip, new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 0, 1});
        assertThat(load(picture, zip, write("good.txt", "good"))).isEqualTo(1);
        assertThat(printed()).contains("picture.bin: is none of", "broken.txt.gz: cannot be read", "1 stored");
        assertThat(load(folder.resolve("nowhere.txt"))).isEqualTo(1);
        assertThat(printed()).contains("there is no file");
    }

    @Test
    void aBrokenArchiveIsSentUpToTheBreak() throws Exception {
        Path whole = archive("whole.warc", WarcCompression.NONE);
        byte[] bytes = Files.readAllBytes(whole);
        Path cut = folder.resolve("cut.warc");
        Files.write(cut, Arrays.copyOf(bytes, bytes.length * 2 / 3));
        Path junk = write("junk.warc", "this is no archive\r\n\r\n");
        assertThat(load(cut, junk)).isEqualTo(1);
        assertThat(gateway.texts()).contains("https://a.example/1 <p>Één");
        assertThat(printed()).contains("cut.warc, record ", "junk.warc, record 1: the archive cannot be read");
    }

    @Test
    void aTerminalGetsABar() throws Exception {
        assertThat(load(true, write("a.txt", "x"))).isZero();
        assertThat(printed()).contains("[████████████████████████] 100%");
    }

    @Test
    void memoryDoesNotGrowWithTheFile() throws Exception {
        Path large = folder.resolve("large.ndjson");
        byte[] line = ("{\"text\":\"" + "y".repeat(100_000) + "\"}\n").getBytes(StandardCharsets.UTF_8);
        try (OutputStream to = Files.newOutputStream(large)) {
            for (int i = 0; i < 600; i++) {
                to.write(line);
            }
        }
        gateway.countOnly();
        assertThat(load(large)).isZero();
        // 4 MiB a call: never all at once.
        assertThat(gateway.longestCall()).isLessThan(5 * 1024 * 1024);
        assertThat(printed()).contains("600 stored");
    }
}
