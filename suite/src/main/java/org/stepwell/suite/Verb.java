package org.stepwell.suite;

import java.util.List;

/** One word that {@code ./stepwell} understands. */
@FunctionalInterface
public interface Verb {
    /** Does what the word says with what followed it; the answer is the exit code. */
    int run(List<String> arguments) throws Exception;

    /** A word that a verb does not know is most likely a mistake, so that nothing is done. */
    static void knowsOnly(List<String> arguments, String... known) {
        for (var argument : arguments) {
            if (!List.of(known).contains(argument)) {
                throw new Trouble("\"%s\" is not known here; this verb takes %s."
                        .formatted(argument, known.length == 0 ? "no more words" : String.join(", ", known)));
            }
        }
    }
}
