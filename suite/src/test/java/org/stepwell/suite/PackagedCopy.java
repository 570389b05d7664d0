package org.stepwell.suite;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.TreeMap;

/** A packaged service in a folder of its own, as an image has it: the files keep their times. */
public record PackagedCopy(Path folder) {

    /** Of what the build made of this service. */
    public static PackagedCopy of(Settings settings, Service service, Path folder) throws IOException {
        var original = settings.quarkusApp(service);
        Files.walkFileTree(original, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path inside, BasicFileAttributes attributes) throws IOException {
                Files.createDirectories(folder.resolve(original.relativize(inside)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.copy(file, folder.resolve(original.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
                return FileVisitResult.CONTINUE;
            }
        });
        return new PackagedCopy(folder);
    }

    /** The release after this one: the same, with one more migration of the platform. */
    public void addMigration(String name, String sql) throws IOException {
        try (var files = Files.walk(folder)) {
            var platform = files.filter(
                            file -> file.getFileName().toString().matches("org\\.stepwell\\.platform-.*\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("no jar of the platform in " + folder));
            try (var jar = FileSystems.newFileSystem(URI.create("jar:" + platform.toUri()), Map.of())) {
                Files.writeString(jar.getPath("db/platform", name), sql);
            }
        }
    }

    /** All its files with their times, to see whether somebody has written here. */
    Map<Path, FileTime> files() throws IOException {
        var found = new TreeMap<Path, FileTime>();
        try (var files = Files.walk(folder)) {
            for (var file : files.toList()) {
                found.put(file, Files.getLastModifiedTime(file));
            }
        }
        return found;
    }
}
