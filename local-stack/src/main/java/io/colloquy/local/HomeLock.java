package io.colloquy.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Holds one data folder for one process; the operating system lets go when the process dies, however it dies.
 *
 * <p>Only the holder may reap child processes: without this a second start would stop the first one's.
 */
final class HomeLock implements AutoCloseable {
    /** Opening and closing the file a second time in one process would give the lock away, so this is asked first. */
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private HomeLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** The lock, or nothing while another process, or another stack in this one, holds it. */
    static Optional<HomeLock> tryAcquire(StackHome home) {
        Path file = home.folder("run").resolve("lock");
        if (!HELD_HERE.add(file)) {
            return Optional.empty();
        }
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() != null) {
                ChildProcess.remember(holderFile(home), ProcessHandle.current());
                return Optional.of(new HomeLock(file, channel));
            }
            channel.close();
        } catch (IOException e) {
            HELD_HERE.remove(file);
            throw new UncheckedIOException(e);
        }
        HELD_HERE.remove(file);
        return Optional.empty();
    }

    /** The process that holds the lock now; empty if none does. */
    static Optional<ProcessHandle> holder(StackHome home) {
        Optional<HomeLock> ours = tryAcquire(home);
        ours.ifPresent(HomeLock::close);
        return ours.isPresent() ? Optional.empty() : readHolder(home);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            HELD_HERE.remove(file);
        }
    }

    private static Optional<ProcessHandle> readHolder(StackHome home) {
        try {
            return ProcessHandle.of(
                    Long.parseLong(Files.readString(holderFile(home)).strip()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path holderFile(StackHome home) {
        return home.processFile("stack");
    }
}
