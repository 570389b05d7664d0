package org.stepwell.suite;

import java.nio.file.Path;

/** The Java that runs the launcher, which also runs its children. */
final class JavaProgram {
    private JavaProgram() {}

    static String path() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
