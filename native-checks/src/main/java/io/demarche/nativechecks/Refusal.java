package io.demarche.nativechecks;

import java.io.FileDescriptor;
import java.lang.ref.Cleaner;
import java.lang.reflect.Field;
import java.net.DatagramSocket;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.Buffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.Channel;
import java.nio.channels.Selector;
import java.time.ZoneId;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TimeZone;
import java.util.concurrent.ThreadLocalRandom;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** Why an object must not be part of an executable. */
final class Refusal {
    /** Given to the JVM that is scanned wherever the building machine has a name, a place or a habit of its own. */
    static final String PLANTED = "planted";

    static final String PLANTED_ZONE = "Pacific/Chatham";

    private Refusal() {}

    /** Null when nothing speaks against it. */
    static @Nullable String of(Object object) {
        if (object instanceof Random && !(object instanceof ThreadLocalRandom) || object instanceof SplittableRandom) {
            return "a source of randomness: its seed would be the same in every process";
        }
        if (object instanceof Thread thread) {
            return thread.getState() == Thread.State.NEW || thread.getState() == Thread.State.TERMINATED
                    ? null
                    : "a running thread";
        }
        if (object instanceof FileDescriptor descriptor) {
            return descriptor.valid()
                            && descriptor != FileDescriptor.in
                            && descriptor != FileDescriptor.out
                            && descriptor != FileDescriptor.err
                    ? "an open file"
                    : null;
        }
        if (object instanceof Buffer buffer && buffer.isDirect() && (buffer.capacity() > 0 || address(buffer) != 0)) {
            return object instanceof MappedByteBuffer
                    ? "memory outside the heap, or a mapped file"
                    : "memory outside the heap";
        }
        if (object instanceof Cleaner || object instanceof Cleaner.Cleanable) {
            return "a cleaner: its thread runs";
        }
        if (object instanceof ZipFile
                || object instanceof Inflater
                || object instanceof Deflater
                || object instanceof Process
                || object instanceof Socket
                || object instanceof ServerSocket
                || object instanceof DatagramSocket
                || object instanceof Selector
                || object instanceof Channel channel && channel.isOpen()) {
            return "something of the operating system";
        }
        return ofTheBuilder(object);
    }

    private static @Nullable String ofTheBuilder(Object object) {
        boolean planted = object instanceof String text && text.contains(PLANTED)
                || object instanceof TimeZone zone && zone.getID().equals(PLANTED_ZONE)
                || object instanceof ZoneId zone && zone.getId().equals(PLANTED_ZONE);
        return planted ? "a value of the machine that builds: " + object : null;
    }

    private static long address(Buffer buffer) {
        try {
            Field field = Buffer.class.getDeclaredField("address");
            field.setAccessible(true);
            return field.getLong(buffer);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
