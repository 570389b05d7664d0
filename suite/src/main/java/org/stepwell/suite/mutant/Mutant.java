package org.stepwell.suite.mutant;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * One guard broken on purpose.
 *
 * @param guard what is missing then
 * @param harm what would happen to people
 * @param module where the watching test is
 * @param test its class and method
 * @param edits how the guard is broken
 */
record Mutant(String guard, String harm, String module, String test, List<Edit> edits) {
    /** Text of a file that is replaced by another; it must be there exactly once. */
    record Edit(String file, String find, String by) {
        String applied(Path checkout) throws IOException {
            var before = Files.readString(checkout.resolve(file));
            var at = before.indexOf(find);
            if (at < 0 || before.indexOf(find, at + 1) >= 0) {
                throw new OutdatedMutant(
                        "%s does not have \"%s\" exactly once; bring mutants.json up to date.".formatted(file, find));
            }
            return before.replace(find, by);
        }
    }

    /** The code has changed and the mutant no longer fits it. */
    static final class OutdatedMutant extends RuntimeException {
        private final String advice;

        OutdatedMutant(String advice) {
            super(advice);
            this.advice = advice;
        }

        String advice() {
            return advice;
        }
    }

    String testClass() {
        return test.substring(0, test.indexOf('#'));
    }

    String testMethod() {
        return test.substring(test.indexOf('#') + 1);
    }
}
