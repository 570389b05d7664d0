package org.stepwell.suite;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.stepwell.suite.journey.Journey;
import org.stepwell.suite.load.Load;
import org.stepwell.suite.mutant.Mutants;

/** The door: finds the verb that was asked for and gives it the rest of the line. */
public final class Stepwell {
    private static final int USAGE = 2;

    private Stepwell() {}

    /** Runs one verb; its answer is the exit code. */
    public static void main(String... words) {
        LogFile.keepTerminalQuiet();
        System.exit(run(words));
    }

    private static int run(String... words) {
        var verb = words.length == 0 ? null : verbs().get(words[0]);
        if (verb == null) {
            System.err.println("Usage: ./stepwell " + String.join(" | ", verbs().keySet()));
            return USAGE;
        }
        try {
            return verb.get().run(Arrays.asList(words).subList(1, words.length));
        } catch (Trouble e) {
            System.err.println(e.getMessage());
            return 1;
        } catch (Exception e) {
            // No sentence of ours covers this: whoever reports it needs all of it.
            e.printStackTrace();
            return 1;
        }
    }

    /** Every verb this launcher has; the shell script adds {@code test}, which must run before anything is built. */
    private static Map<String, Supplier<Verb>> verbs() {
        var verbs = new LinkedHashMap<String, Supplier<Verb>>();
        verbs.put("up", Up::new);
        verbs.put("status", Status::new);
        verbs.put("down", Down::new);
        verbs.put("logs", Logs::new);
        verbs.put("sql", Sql::new);
        verbs.put("token", Token::new);
        verbs.put("audit", AuditVerify::new);
        verbs.put("doctor", Doctor::new);
        verbs.put("record", FasterStarts::new);
        verbs.put("mutants", Mutants::new);
        verbs.put("journey", Journey::new);
        verbs.put("load", Load::new);
        return verbs;
    }
}
