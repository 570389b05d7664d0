package org.stepwell.suite.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A copy of the folder deploy/, to be built upon or spoilt by a test. */
final class CopiedTree {

    private CopiedTree() {}

    static Path into(Path copy) throws IOException {
        try (var files = Files.walk(Deploy.FOLDER)) {
            for (var file : (Iterable<Path>) files::iterator) {
                var target = copy.resolve(Deploy.FOLDER.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
        return copy;
    }
}
