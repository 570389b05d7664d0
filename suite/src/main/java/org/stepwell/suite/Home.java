package org.stepwell.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A clinic's folder while its launcher holds it: cleared of what an earlier launcher left, and let go of at the end. */
final class Home implements AutoCloseable {
    private final Settings settings;
    private final HomeLock lock;

    private Home(Settings settings, HomeLock lock) {
        this.settings = settings;
        this.lock = lock;
    }

    /** Takes the folder, ends orphans, wipes data if asked to, and sees that every port is free. */
    static Home open(Settings settings, boolean fresh, Progress progress) throws IOException {
        settings.makeFolders();
        var lock = HomeLock.take(settings.run())
                .orElseThrow(() ->
                        new Trouble("Stepwell already runs in %s; see ./stepwell status, end it with ./stepwell down."
                                .formatted(settings.home())));
        var home = new Home(settings, lock);
        var ended = new Orphans(settings.run()).endAll(settings.postgresData());
        if (!ended.isEmpty()) {
            progress.say("  ended what an earlier run left behind: " + String.join(", ", ended));
        }
        if (fresh) {
            home.wipe();
        }
        var complaints = settings.ports().complaints();
        if (!complaints.isEmpty()) {
            lock.close();
            throw new Trouble(String.join(System.lineSeparator(), complaints));
        }
        home.putOldLogsAside();
        LogFile.take(settings.log("launcher"));
        return home;
    }

    /** Ends and deletes throwaway clinics whose launcher was killed. */
    static void endAbandoned() {
        var parent = Settings.local().home().resolve("throwaway");
        if (!Files.isDirectory(parent)) {
            return;
        }
        try (var folders = Files.list(parent)) {
            for (var folder : folders.filter(Home::hasBegun).toList()) {
                var lock = HomeLock.take(folder.resolve("run"));
                if (lock.isPresent()) {
                    new Orphans(folder.resolve("run")).endAll(folder.resolve("data/postgres"));
                    lock.get().close();
                    Folders.delete(folder);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets go of the folder; a throwaway clinic's is deleted. */
    @Override
    public void close() {
        try {
            Files.deleteIfExists(settings.run().resolve("children"));
            Files.deleteIfExists(settings.run().resolve("clinic.json"));
            lock.close();
            if (settings.isThrowaway()) {
                Folders.delete(settings.home());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // One older run is kept, so that the end of a log is always about this one and the folder does not grow for ever.
    private void putOldLogsAside() throws IOException {
        try (var logs = Files.list(settings.home().resolve("logs"))) {
            for (var log : logs.filter(Home::isOfARun).toList()) {
                Files.move(log, log.resolveSibling(log.getFileName() + ".before"), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static boolean isOfARun(Path log) {
        return log.toString().endsWith(".log") && !log.endsWith("build.log");
    }

    private void wipe() throws IOException {
        Folders.delete(settings.home().resolve("data"));
        Folders.delete(settings.home().resolve("keycloak"));
        settings.makeFolders();
    }

    private static boolean hasBegun(Path folder) {
        return Files.isDirectory(folder.resolve("run"));
    }
}
