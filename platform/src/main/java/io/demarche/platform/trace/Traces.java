package io.demarche.platform.trace;

import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/**
 * The trace that the present work belongs to. It is kept in the log's context, which goes with a request from thread to
 * thread; other work carries it itself.
 */
public final class Traces {

    private static final String ID = "traceId";
    private static final String SPAN = "spanId";
    private static final String FLAGS = "traceFlags";

    private Traces() {}

    /** The present trace; null when there is none. */
    public static @Nullable Trace current() {
        Object id = MDC.get(ID);
        Object span = MDC.get(SPAN);
        Object flags = MDC.get(FLAGS);
        return id == null || span == null || flags == null
                ? null
                : new Trace(id.toString(), span.toString(), flags.toString());
    }

    /** Id of the present trace; null when there is none. */
    public static @Nullable String currentId() {
        Object id = MDC.get(ID);
        return id == null ? null : id.toString();
    }

    /** Lets all that follows in this request, or on this thread when it serves none, belong to the trace. */
    public static void enter(Trace trace) {
        MDC.put(ID, trace.id());
        MDC.put(SPAN, trace.span());
        MDC.put(FLAGS, trace.flags());
    }

    /** Does work that belongs to the trace; afterwards everything is as before. Null: work that belongs to none. */
    public static <T> T within(@Nullable Trace trace, Supplier<T> work) {
        Trace before = current();
        set(trace);
        try {
            return work.get();
        } finally {
            set(before);
        }
    }

    /** Work that, on whatever thread it is done, belongs to the present trace. */
    public static <T> Callable<T> carried(Callable<T> work) {
        Trace trace = current();
        return () -> {
            Trace before = current();
            set(trace);
            try {
                return work.call();
            } finally {
                set(before);
            }
        };
    }

    private static void set(@Nullable Trace trace) {
        if (trace != null) {
            enter(trace);
        } else {
            MDC.remove(ID);
            MDC.remove(SPAN);
            MDC.remove(FLAGS);
        }
    }
}
