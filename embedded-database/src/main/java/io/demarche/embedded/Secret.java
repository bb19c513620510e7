package io.demarche.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The password of a database folder: random, made once, readable only for the user that made it. */
final class Secret {

    private Secret() {}

    /** The file that holds the password, without a line end. */
    static Path file(Path folder) {
        return folder.resolve("password");
    }

    /** The password of the folder; made when there is none. */
    static String of(Path folder) throws IOException {
        Path file = file(folder);
        if (!Files.exists(file)) {
            byte[] random = new byte[24];
            new SecureRandom().nextBytes(random);
            Path whole = folder.resolve("password.new");
            Files.deleteIfExists(whole);
            create(whole);
            Files.writeString(whole, HexFormat.of().formatHex(random));
            // In one step: a half-written password would lock its database for good.
            Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return Files.readString(file).strip();
    }

    private static void create(Path file) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(file);
        }
    }
}
