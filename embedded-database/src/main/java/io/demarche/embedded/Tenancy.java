package io.demarche.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Who uses a database folder, over process borders. Every process that uses it holds a shared lock as long as it lives,
 * even when it is killed: the operating system gives locks back. Starting and stopping happen under a second, exclusive
 * lock, so that nobody joins a database that is being stopped.
 */
final class Tenancy implements AutoCloseable {

    private final Path folder;
    private final FileChannel tenants;
    private FileLock mine;

    private Tenancy(Path folder, FileChannel tenants, FileLock mine) {
        this.folder = folder;
        this.tenants = tenants;
        this.mine = mine;
    }

    /** Something to do while no other process starts or stops the database of the folder. */
    interface Step<T> {
        T run() throws IOException;
    }

    /** Runs a step while no other process runs one for this folder; waits for the other's end. */
    static <T> T alone(Path folder, Step<T> step) throws IOException {
        // The holder's own waits are bounded, and the lock of a dead one is free: so is this wait.
        try (FileChannel channel = open(folder.resolve("start.lock"));
                FileLock lock = channel.lock()) {
            if (!lock.isValid()) {
                throw new IOException("The lock on " + folder + " was lost.");
            }
            return step.run();
        } catch (OverlappingFileLockException sameProcess) {
            throw twice(folder, sameProcess);
        }
    }

    /** Enters the folder as one of its users; inside {@link #alone}. */
    static Tenancy enter(Path folder) throws IOException {
        FileChannel channel = open(folder.resolve("tenants.lock"));
        try {
            return new Tenancy(folder, channel, channel.lock(0, Long.MAX_VALUE, true));
        } catch (OverlappingFileLockException sameProcess) {
            channel.close();
            throw twice(folder, sameProcess);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** Gives up this process's use, and says whether nobody else is left; inside {@link #alone}. */
    boolean leave() throws IOException {
        mine.release();
        try (FileLock all = tenants.tryLock()) {
            return all != null;
        }
    }

    /** The folder. */
    Path folder() {
        return folder;
    }

    @Override
    public void close() throws IOException {
        tenants.close();
    }

    private static FileChannel open(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    private static IOException twice(Path folder, OverlappingFileLockException cause) {
        return new IOException("This process uses the database in " + folder + " already.", cause);
    }
}
