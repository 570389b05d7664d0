package org.stepwell.suite;

import java.util.List;

/** One word that {@code ./stepwell} understands. */
@FunctionalInterface
public interface Verb {
    /** Does what the word says with what followed it; the answer is the exit code. */
    int run(List<String> arguments) throws Exception;
}
