package io.demarche.key;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.function.UnaryOperator;

/** The file that keys are kept in. It holds no key, only what recognises one. */
public final class KeyFile {

    /** Far beyond any use; a file that is larger is another one. */
    private static final long MAX_SIZE = 10_000_000;

    private final Path path;

    /** The file at this path, which need not be there yet. */
    public KeyFile(Path path) {
        this.path = path;
    }

    /**
     * Reads the keys.
     *
     * @throws KeyFileException with a sentence for whoever runs this, when it can't be read or is not such a file
     */
    public List<ApiKey> read() throws KeyFileException {
        String text;
        try {
            if (Files.size(path) > MAX_SIZE) {
                throw new KeyFileException("The key file " + path + " is larger than any key file is.");
            }
            text = Files.readString(path, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new KeyFileException("The key file " + path + " can't be read.", e);
        }
        return KeyJson.read(text, path.toString());
    }

    /**
     * Changes the keys: all of it or nothing, one change at a time, readable by its owner alone.
     *
     * @param change gets the present keys, none when there is no file
     * @throws KeyFileException when the file can't be read or written
     */
    public void update(UnaryOperator<List<ApiKey>> change) throws KeyFileException {
        Path absolute = path.toAbsolutePath();
        Path folder = absolute.getParent();
        Path lock = folder.resolve("." + absolute.getFileName() + ".lock");
        try {
            Files.createDirectories(folder);
            try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock held = channel.lock()) {
                List<ApiKey> keys = Files.exists(absolute, LinkOption.NOFOLLOW_LINKS) ? read() : List.of();
                replace(absolute, KeyJson.write(change.apply(keys)));
                held.release();
            }
        } catch (KeyFileException e) {
            throw e;
        } catch (IOException e) {
            throw new KeyFileException("The key file " + path + " can't be written.", e);
        }
    }

    private static void replace(Path path, String text) throws IOException {
        Path fresh = path.resolveSibling(path.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        if (Files.getFileStore(path.getParent()).supportsFileAttributeView("posix")) {
            Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(fresh, text, StandardCharsets.UTF_8);
        Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
