package io.demarche.launcher.load;

import java.io.FilterInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells how much of a file has been read. */
final class CountingStream extends FilterInputStream {

    private final Sink sink;

    CountingStream(Path file, Sink sink) throws IOException {
        super(Files.newInputStream(file));
        this.sink = sink;
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        sink.read(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int read = super.read(bytes, from, length);
        sink.read(Math.max(0, read));
        return read;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
