package org.stepwell.suite.journey;

import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        var victim = victim(rest);
        if (!rest.isEmpty()) {
            throw new Trouble("journey knows --json and --kill SERVICE, not %s.".formatted(String.join(" ", rest)));
        }
        var story = json ? System.err : System.out;
        var running = Clinic.running();
        if (running.isPresent()) {
            return tell(running.get(), victim, story, json);
        }
        try (var throwaway = Clinic.throwaway()) {
            return tell(throwaway, victim, story, json);
        }
    }

    private static int tell(Clinic clinic, Optional<Service> victim, PrintStream story, boolean json) throws Exception {
        var outcome = play(clinic, victim, story);
        if (json) {
            System.out.println(
                    Api.JSON.copy().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(outcome.report()));
        }
        return outcome.failures() == 0 ? 0 : 1;
    }

    /** How the story ended: what {@code --json} prints, and how many claims or events failed. */
    record Outcome(Map<String, Object> report, long failures) {}

    /** Plays the story in a clinic. */
    static Outcome play(Clinic clinic, Optional<Service> victim, PrintStream out)
            throws IOException, InterruptedException, SQLException {
        long start = System.nanoTime();
        var telling = new Telling(out);
        var operations = new Operations(clinic);
        var api = new Api(clinic, operations);
        try (var settled = new Settled(clinic.bootstrap())) {
            var time = new ClinicTime(clinic, settled);
            var stage = new Stage(clinic, api, time, telling);
            var killing = new Killing(clinic, victim, telling);
            var firstCalls = new FirstCalls(stage);
            var treatment = new Treatment(stage, killing);
            new SettingUp(stage).play();
            firstCalls.play();
            treatment.play(firstCalls);
            new GoodbyeAndAfter(stage).play();
            stage.claims().expect("whoever was killed came back", true, killing.cameBack());
            return close(stage, treatment, operations, victim, Duration.ofNanos(System.nanoTime() - start), out);
        }
    }

    private static Outcome close(
            Stage stage,
            Treatment treatment,
            Operations operations,
            Optional<Service> victim,
            Duration took,
            PrintStream out)
            throws SQLException {
        var audit = new EventAudit(stage.clinic());
        var ids = stage.cast().everybody().stream().map(Cast.Patient::id).toList();
        var claims = stage.claims();
        claims.expect(
                "attendances told, each version once",
                (long) treatment.attendancesTold(),
                audit.told("stepwell.scheduling", "attendance-recorded.v1", ids));
        var amina = stage.cast().amina().id();
        claims.expect(
                "one trace goes from the admission over the broker to the placement",
                audit.traces("stepwell.enrollment", "episode-admitted.v1", amina),
                audit.traces("stepwell.scheduling", "placement-answered.v1", amina));
        var found = audit.look();
        claims.expect("events lost", List.of(), found.lost());

        stage.telling().chapter("What came true");
        out.print(claims.table());
        out.printf(
                "%n%d claims, %d failed; %d events published, %d applied, %d lost; %d requests, %d of %d operations, %d jumps in time; %d s%n",
                claims.all().size(),
                claims.failures(),
                found.published(),
                found.applied(),
                found.lost().size(),
                stage.api().calls(),
                operations.calledCount(),
                operations.total(),
                stage.time().jumps(),
                took.toSeconds());
        var report = new LinkedHashMap<String, Object>();
        report.put("patients", stage.cast().twelve().size());
        report.put("steps", stage.api().calls());
        report.put("claims", claims.all());
        report.put("failures", claims.failures());
        report.put("eventsPublished", found.published());
        report.put("eventsRepeated", found.repeated());
        report.put("eventsApplied", found.applied());
        report.put("eventsLost", found.lost().size());
        report.put("operationsCalled", operations.calledCount());
        report.put("operationsTotal", operations.total());
        report.put("operationsNeverCalled", operations.never());
        report.put("jumps", stage.time().jumps());
        victim.ifPresent(service -> report.put("killed", service.title()));
        report.put("wallSeconds", took.toSeconds());
        return new Outcome(report, claims.failures());
    }

    private static Optional<Service> victim(List<String> arguments) {
        int flag = arguments.indexOf("--kill");
        if (flag < 0) {
            return Optional.empty();
        }
        if (flag + 1 >= arguments.size()) {
            throw new Trouble("--kill needs the name of a service, as in: ./stepwell journey --kill scheduling");
        }
        var name = arguments.remove(flag + 1);
        arguments.remove(flag);
        return Optional.of(
                Service.named(name).orElseThrow(() -> new Trouble("No service is called \"%s\".".formatted(name))));
    }
}
