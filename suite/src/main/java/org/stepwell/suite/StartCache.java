package org.stepwell.suite;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The JVM's record of a program's loaded classes, which halves its start (an AOT cache, JEP 483 and 514). It is good for one
 * JDK and one exact set of jars, so its file name carries a digest of both.
 */
record StartCache(Path file) {
    private static final int DIGEST_LETTERS = 16;

    /** The cache of a program with these jars, whether it has been recorded or not. */
    static StartCache of(Path cache, String name, List<Path> jars) throws IOException {
        var folder = Files.createDirectories(cache.resolve("aot"));
        return new StartCache(folder.resolve(name + "-" + digest(jars) + ".aot"));
    }

    boolean isRecorded() {
        return Files.exists(file);
    }

    /** The flags that use it, or record it. A dropped cache would fill the log with warnings; errors still show. */
    List<String> flags(Settings.Purpose purpose) throws IOException {
        if (purpose == Settings.Purpose.RECORDING) {
            Files.deleteIfExists(next()); // what an interrupted recording left would be taken for this one's
            return List.of("-XX:AOTCacheOutput=" + next());
        }
        return isRecorded() ? List.of("-XX:AOTCache=" + file, "-Xlog:disable", "-Xlog:all=error:stderr") : List.of();
    }

    /** Puts a finished recording in the place of older ones; says whether there was one. */
    boolean accept() throws IOException {
        if (!Files.exists(next()) || Files.size(next()) == 0) {
            return false;
        }
        var program = file.getFileName().toString().replaceFirst("-[0-9a-f]+\\.aot$", "-");
        try (var files = Files.list(file.getParent())) {
            for (var older : files.filter(StartCache::isCache).toList()) {
                if (older.getFileName().toString().startsWith(program)) {
                    Files.delete(older);
                }
            }
        }
        Files.move(next(), file);
        return true;
    }

    /** Where it is written: beside the real one, since a JVM that starts meanwhile must not read half of it. */
    Path next() {
        return file.resolveSibling(file.getFileName() + ".next");
    }

    private static boolean isCache(Path file) {
        return file.toString().endsWith(".aot");
    }

    private static String digest(List<Path> jars) throws IOException {
        var text = new StringBuilder(Files.readString(Path.of(System.getProperty("java.home"), "release")));
        for (var jar : jars) {
            // The JVM compares times and sizes, not contents.
            text.append(jar)
                    .append(Files.size(jar))
                    .append(Files.getLastModifiedTime(jar).toMillis());
        }
        try {
            var sha =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha).substring(0, DIGEST_LETTERS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
