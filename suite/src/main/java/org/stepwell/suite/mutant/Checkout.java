package org.stepwell.suite.mutant;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import org.stepwell.suite.Folders;

/** A second copy of the sources that may be broken. */
final class Checkout {
    private static final Set<String> LEFT_OUT =
            Set.of(".git", ".stepwell", "surefire-reports", "quarkus-app", "lib", "keycloak");

    private Checkout() {}

    /** Makes the copy equal to the original, compiled classes included: only what differs is compiled again. */
    static void copy(Path original, Path copy) throws IOException {
        forgetSources(copy);
        Files.walkFileTree(original, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                if (isLeftOut(original, folder)) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.createDirectories(copy.resolve(original.relativize(folder)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.copy(
                        file,
                        copy.resolve(original.relativize(file)),
                        StandardCopyOption.COPY_ATTRIBUTES,
                        StandardCopyOption.REPLACE_EXISTING);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    // A source that was deleted since would be compiled once more.
    private static void forgetSources(Path copy) throws IOException {
        if (!Files.isDirectory(copy)) {
            return;
        }
        try (var modules = Files.list(copy)) {
            for (var module : modules.toList()) {
                Folders.delete(module.resolve("src"));
            }
        }
    }

    // Some of these names are also folders of sources; only what a build makes is left out.
    private static boolean isLeftOut(Path original, Path folder) {
        var path = original.relativize(folder);
        var isTop = path.getNameCount() == 1;
        var isBuilt =
                path.getNameCount() == 3 && "target".equals(path.getName(1).toString());
        return (isTop || isBuilt) && LEFT_OUT.contains(path.getFileName().toString());
    }
}
