package io.demarche.ingest.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Pages made to hurt. Four times the page may take ten times the processor's time, which a step that is quadratic in the
 * page's size doesn't keep to; nothing is said of how fast it is.
 */
class PageSizeTest {

    private static final String PROSE =
            "The minister said on Monday that her government would not accept the terms of the proposal. ";
    private static final int SMALL = 100_000;
    private static final int TIMES = 4;
    private static final int MAX_RATIO = 10;

    /** What a stop of the virtual machine may add. */
    private static final Duration SLACK = Duration.ofMillis(300);

    @BeforeAll
    static void warmUp() {
        nanos("<div><p>" + PROSE + "<b>x</b><a href=/y>z</a></p></div>", 2 * SMALL);
    }

    @ParameterizedTest
    @Timeout(60)
    @ValueSource(
            strings = {
                "<div>",
                "<div>x ",
                "<span>",
                "<i>a</i><b>b</b>",
                "<p>" + PROSE,
                PROSE,
                "word",
                "<tr><td>1<td>2",
                "<tr><td>1</td><td>2</td></tr>",
                "<td>",
                "<table><p>x",
                "<li><a href=/a>Some linked words</a>",
                "<ul><li>x",
                "<a href='https://other.example/x'>y</a> ",
                "<object>",
                "<applet>x",
                "<marquee>",
                "<form>",
                "<button>x",
                "<template>",
                "<svg><math>",
                "<b><p>",
                "<dd><b></dd>",
                "<x-y>z",
                "x <span class=share>y</span> ",
                "<h2>Head</h2>",
                "x<br>",
                "<",
                "</p>",
                "<!--",
                "&amp",
                "<p class='related a b c d' id=e f=g>t",
                "<meta name=a content=b><link rel=c href=d>",
                "<script type=application/ld+json>{\"@type\":[]}</script>",
            })
    void isLinearInThePagesSize(String unit) {
        long small = Math.min(nanos(unit, SMALL), nanos(unit, SMALL));
        long large = nanos(unit, TIMES * SMALL);

        assertThat(Duration.ofNanos(large))
                .isLessThan(Duration.ofNanos(MAX_RATIO * small).plus(SLACK));
    }

    @Test
    @Timeout(60)
    void isLinearInTheCellsOfARowAndTheNotesOfAParagraph() {
        for (String start : new String[] {"<table><tr>", "<p>"}) {
            IntFunction<String> page = n -> start + "<td>12</td>x <span class=tooltip>y</span>".repeat(n);
            long small = nanos(page.apply(2_000));
            long large = nanos(page.apply(8_000));

            assertThat(Duration.ofNanos(large))
                    .as(start)
                    .isLessThan(Duration.ofNanos(MAX_RATIO * small).plus(SLACK));
        }
    }

    @ParameterizedTest
    @Timeout(60)
    @ValueSource(strings = {"div", "span", "b", "table", "td", "ul><li", "x-y", "object", "font color=1", "blockquote"})
    void survivesNesting(String tag) {
        String paragraphs = IntStream.range(0, 5)
                .mapToObj(i -> "<p>" + i + " " + PROSE + "</p>")
                .reduce("", String::concat);

        Extraction found = Extractors.PAGES.extract(("<" + tag + ">").repeat(20_000) + paragraphs, null);
        assertThat(found.paragraphs().isEmpty()).isEqualTo(tag.equals("object"));
    }

    private static long nanos(String unit, int size) {
        return nanos(unit.repeat(size / unit.length() + 1));
    }

    private static long nanos(String html) {
        var threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        assertThat(Extractors.PAGES.extract(html, "https://news.example/terms")).isNotNull();
        return threads.getCurrentThreadCpuTime() - start;
    }
}
