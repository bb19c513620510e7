package io.demarche.platform.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceTest {

    static final String ID = "4bf92f3577b34da6a3ce929d0e0e4736";
    static final String PARENT = "00-" + ID + "-00f067aa0ba902b7-01";

    @AfterEach
    void leave() {
        assertThat(Traces.current()).isNull();
    }

    @Test
    void aCallersTraceGoesOn() {
        Trace trace = Trace.continuing(PARENT);
        assertThat(trace.id()).isEqualTo(ID);
        assertThat(trace.span()).isNotEqualTo("00f067aa0ba902b7");
        assertThat(trace.flags()).isEqualTo("01");
        assertThat(trace.header()).isEqualTo("00-" + ID + "-" + trace.span() + "-01");
        assertThat(trace.next().id()).isEqualTo(ID);
        assertThat(trace.next().span()).isNotEqualTo(trace.span());
    }

    @Test
    void aLaterVersionMaySayMore() {
        assertThat(Trace.parse("cc" + PARENT.substring(2) + "-what-the-future-brings"))
                .isPresent();
        assertThat(Trace.parse("cc" + PARENT.substring(2))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "00",
                PARENT + "-more",
                PARENT + " ",
                PARENT + "\r\nX-Other: 1",
                "ff-" + ID + "-00f067aa0ba902b7-01",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-" + ID + "-0000000000000000-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                "00-" + ID + "-00f067aa0ba902b7",
                "00-" + ID + "-00f067aa0ba902b7-0g",
                "cc-" + ID + "-00f067aa0ba902b7-01more"
            })
    void garbageBeginsANewTrace(String header) {
        assertThat(Trace.parse(header)).isEmpty();
        assertThat(Trace.continuing(header).id()).isNotEqualTo(ID);
    }

    @Test
    void aHugeHeaderIsNotRead() {
        assertThat(Trace.parse("cc" + PARENT.substring(2) + "-" + "a".repeat(10_000)))
                .isEmpty();
    }

    @Test
    void newTracesDiffer() {
        assertThat(Trace.begin().id()).isNotEqualTo(Trace.begin().id());
        assertThat(Trace.parse(Trace.begin().header())).isPresent();
    }

    @Test
    void aTraceIsNothingElse() {
        assertThatThrownBy(() -> new Trace("x", "y", "z")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void workIsDoneWithinATrace() {
        Trace outer = Trace.begin();
        Trace inner = Trace.begin();
        Traces.within(outer, () -> {
            assertThat(Traces.current()).isEqualTo(outer);
            assertThat(Traces.currentId()).isEqualTo(outer.id());
            Trace seen = Traces.within(inner, Traces::current);
            assertThat(seen).isEqualTo(inner);
            assertThat(Traces.<Trace>within(null, Traces::current)).isNull();
            assertThat(Traces.current()).isEqualTo(outer);
            return true;
        });
    }

    @Test
    void carriedWorkKeepsItsTraceOnAnotherThread() throws Exception {
        Trace trace = Trace.begin();
        Callable<Trace> work = Traces.within(trace, () -> Traces.carried(Traces::current));
        assertThat(work.call()).isEqualTo(trace);
        assertThat(Traces.current()).isNull();
    }
}
