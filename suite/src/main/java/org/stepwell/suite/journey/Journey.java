package org.stepwell.suite.journey;

import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.stepwell.suite.Clinic;
import org.stepwell.suite.Service;
import org.stepwell.suite.Trouble;
import org.stepwell.suite.Verb;

/**
 * Plays twelve patients through ninety days and two weeks of aftercare over the public APIs, in the clinic that is
 * running or in a throwaway one, and says whether everything came true. Exits with 1 where anything did not.
 */
public final class Journey implements Verb {

    @Override
    public int run(List<String> arguments) throws Exception {
        var rest = new ArrayList<>(arguments);
        boolean json = rest.remove("--json");
        var victims = victims(rest);
        if (!rest.isEmpty()) {
            throw new Trouble("journey knows --json and --kill SERVICE, not %s.".formatted(String.join(" ", rest)));
        }
        var story = json ? System.err : System.out;
        var running = Clinic.running();
        if (running.isPresent()) {
            return tell(running.get(), victims, story, json);
        }
        try (var throwaway = Clinic.throwaway()) {
            return tell(throwaway, victims, story, json);
        }
    }

    private static int tell(Clinic clinic, Set<Service> victims, PrintStream out, boolean json)
            throws IOException, InterruptedException {
        var outcome = new Story(clinic, victims, out).play();
        if (json) {
            System.out.println(
                    Api.JSON.copy().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(outcome.report()));
        }
        return outcome.exitCode();
    }

    private static Set<Service> victims(List<String> arguments) {
        var victims = new TreeSet<Service>();
        for (int flag = arguments.indexOf("--kill"); flag >= 0; flag = arguments.indexOf("--kill")) {
            if (flag + 1 >= arguments.size()) {
                throw new Trouble("--kill needs the name of a service, as in: ./stepwell journey --kill scheduling");
            }
            var name = arguments.remove(flag + 1);
            arguments.remove(flag);
            victims.add(
                    Service.named(name).orElseThrow(() -> new Trouble("No service is called \"%s\".".formatted(name))));
        }
        return victims;
    }
}
