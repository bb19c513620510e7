package io.demarche.nativechecks;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** Classes with what an executable must not have, and with what only looks like it. */
final class Fixtures {
    private Fixtures() {}

    static final class Seeded {
        static final Map<String, AtomicReference<SecureRandom>> SOURCES =
                new ConcurrentHashMap<>(Map.of("a", new AtomicReference<>(new SecureRandom())));
    }

    static final class InALambda {
        static final Supplier<ByteBuffer> MEMORY = supplier(ByteBuffer.allocateDirect(1));

        private static Supplier<ByteBuffer> supplier(ByteBuffer memory) {
            return () -> memory;
        }
    }

    record Holder(String place) {
        static final Holder FOLDER = new Holder(System.getProperty("java.io.tmpdir"));
    }

    static final class Zoned {
        static final TimeZone ZONE = TimeZone.getDefault();
    }

    /** Runs before anybody asks; named in the options of these tests. */
    static final class Late {
        static final List<SecureRandom> SOURCE = List.of(new SecureRandom());

        void touch() {}
    }

    static final class TooEarly {
        static final boolean DONE = touch();

        private static boolean touch() {
            new Late().touch();
            return true;
        }
    }

    static final class Harmless {
        static final ThreadLocal<SecureRandom> SOURCE = ThreadLocal.withInitial(SecureRandom::new);
        static final Thread NOT_STARTED = new Thread(() -> {});
        static final Supplier<Long> LATER = System::nanoTime;
    }
}
