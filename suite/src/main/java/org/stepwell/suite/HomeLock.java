package org.stepwell.suite;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** One launcher per folder: whoever holds this lock runs the clinic in it, and a killed launcher lets go of it. */
final class HomeLock implements AutoCloseable {
    private final FileChannel channel;

    private HomeLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Takes the lock, unless somebody has it. */
    static Optional<HomeLock> take(Path run) throws IOException {
        var channel = FileChannel.open(run.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return Optional.of(new HomeLock(channel));
            }
        } catch (OverlappingFileLockException e) {
            // Another clinic of this JVM has it, which is as good as any other owner.
        }
        channel.close();
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
