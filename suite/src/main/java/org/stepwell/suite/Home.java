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

    /** Takes the folder, ends orphans, sees that every port is free, and only then wipes data if asked to. */
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
        endAbandoned();
        var complaints = settings.ports().complaints();
        if (!complaints.isEmpty()) {
            lock.close();
            throw new Trouble(String.join(System.lineSeparator(), complaints));
        }
        if (fresh) {
            home.wipe();
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
            for (var folder : folders.filter(Home::isAbandoned).toList()) {
                var run = Files.createDirectories(folder.resolve("run"));
                try (var lock = HomeLock.take(run).orElse(null)) {
                    if (lock != null) {
                        new Orphans(run).endAll(folder.resolve("data/postgres"));
                        Folders.delete(folder);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // Its name says its launcher's process, and when that began: one that lives may be making or deleting it right now.
    private static boolean isAbandoned(Path folder) {
        var words = folder.getFileName().toString().split("-", 3);
        return words.length == 3
                && Orphans.Child.parse("launcher %s %s".formatted(words[0], words[1]))
                        .filter(launcher -> launcher.process().isEmpty())
                        .isPresent();
    }

    /** Lets go of the folder; a throwaway clinic's is deleted, and only its logs are kept until the next. */
    @Override
    public void close() {
        try (lock) {
            Files.deleteIfExists(settings.run().resolve("children"));
            Files.deleteIfExists(settings.run().resolve("clinic.json"));
            if (settings.isThrowaway()) {
                keepLogs();
                Folders.delete(settings.home());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void keepLogs() throws IOException {
        var kept = Settings.local().home().resolve("logs/last-throwaway");
        Folders.delete(kept);
        Files.createDirectories(kept.getParent());
        Files.move(settings.home().resolve("logs"), kept);
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
        Folders.delete(settings.home().resolve("audit"));
        settings.makeFolders();
    }
}
