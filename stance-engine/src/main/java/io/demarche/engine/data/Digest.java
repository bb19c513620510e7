package io.demarche.engine.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The first digits of a SHA-256, so that a name tells two versions of something apart. */
public final class Digest {
    private static final int BYTES = 4;

    private final MessageDigest sha256;

    public Digest() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Counts bytes in. */
    public Digest add(byte[] bytes) {
        sha256.update(bytes);
        return this;
    }

    /**
     * Counts a file in, piece by piece.
     *
     * @throws UncheckedIOException when it can't be read
     */
    public Digest add(Path file) {
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                sha256.update(buffer, 0, read);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(file + " can't be read", e);
        }
        return this;
    }

    /** The digits; ends the counting. */
    public String digits() {
        return HexFormat.of().formatHex(sha256.digest(), 0, BYTES);
    }
}
