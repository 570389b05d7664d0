package org.stepwell.suite.journey;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.stepwell.suite.Clinic;
import org.stepwell.suite.Service;

/** The whole story, chapter by chapter, and what came true of it. */
final class Story {

    private final long start = System.nanoTime();
    private final Clinic clinic;
    private final Set<Service> victims;
    private final PrintStream out;
    private final Operations operations;
    private final Api api;

    Story(Clinic clinic, Set<Service> victims, PrintStream out) throws IOException, InterruptedException {
        this.clinic = clinic;
        this.victims = victims;
        this.out = out;
        this.operations = new Operations(clinic);
        this.api = new Api(clinic, operations);
    }

    /** How the story ended: what {@code --json} prints, and the claims that failed. */
    record Outcome(Map<String, Object> report, List<Claims.Claim> failed) {
        /** 1 where anything that was claimed did not come true. */
        int exitCode() {
            return failed.isEmpty() ? 0 : 1;
        }
    }

    /** Plays all chapters. One that stumbles ends the story, and still everything that happened is counted and told. */
    Outcome play() {
        try (var settled = new Settled(clinic.bootstrap())) {
            var time = new ClinicTime(clinic, settled);
            var stage = new Stage(clinic, api, time, new Telling(out));
            stage.claims().expect("the story comes to its end", "", chapters(stage));
            return close(stage, audit(stage));
        }
    }

    /** Empty, or what it stumbled over. */
    private String chapters(Stage stage) {
        try {
            var killing = new Killing(clinic, victims, stage.telling(), stage.claims());
            var firstCalls = new FirstCalls(stage);
            var treatment = new Treatment(stage, killing);
            var reporting = new Reporting(stage);
            var paying = new Paying(stage);
            new SettingUp(stage).play();
            new AnotherProgram(stage).play();
            new FrontDesk(stage).play();
            new AtTheDoor(stage).play();
            new PartnerSystem(stage).play();
            new TwoRecords(stage).play();
            new VerasStay(stage).begins();
            firstCalls.play();
            new Papers(stage).play();
            new WrongInput(stage).play();
            reporting.atAdmission();
            paying.begins();
            new Away(stage).leaves();
            treatment.play(firstCalls);
            new GoodbyeAndAfter(stage).play();
            paying.ends();
            reporting.atDischarge();
            new YearOfAftercare(stage).play();
            killing.claimReturns();
            stage.time().settle();
            told(stage, treatment);
            return "";
        } catch (IOException | RuntimeException e) {
            e.printStackTrace(out);
            return e.toString();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "somebody ended it";
        }
    }

    /** What an independent reader of the topics must find of the story. */
    private void told(Stage stage, Treatment treatment) {
        var claims = stage.claims();
        var audit = new EventAudit(clinic);
        var ids = stage.cast().everybody().stream().map(Cast.Patient::id).toList();
        claims.expect(
                "attendances told, each version once",
                (long) treatment.attendancesTold(),
                audit.told("stepwell.scheduling", "attendance-recorded.v1", ids));
        var amina = stage.cast().amina().id();
        var admitted = audit.traces("stepwell.enrollment", "episode-admitted.v1", amina);
        claims.expect("an admission is told in one trace", 1, admitted.size());
        claims.expect(
                "which goes on over the broker to the placement",
                admitted,
                audit.traces("stepwell.scheduling", "placement-answered.v1", amina));
    }

    private EventAudit.Finding audit(Stage stage) {
        EventAudit.Finding found;
        try {
            found = new EventAudit(clinic).look();
        } catch (SQLException e) {
            found = new EventAudit.Finding(0, 0, 0, List.of("not counted: " + e.getMessage()));
        }
        stage.claims().expect("events lost", List.of(), found.lost());
        return found;
    }

    private Outcome close(Stage stage, EventAudit.Finding found) {
        var claims = stage.claims();
        var took = Duration.ofNanos(System.nanoTime() - start);
        stage.telling().chapter("What came true");
        out.print(claims.table());
        out.printf(
                "%n%d claims, %d failed; %d events published, %d applied, %d lost; %d requests, %d of %d operations, %d jumps in time; %d s%n",
                claims.all().size(),
                claims.failed().size(),
                found.published(),
                found.applied(),
                found.lost().size(),
                api.calls(),
                operations.calledCount(),
                operations.total(),
                stage.time().jumps(),
                took.toSeconds());
        var report = new LinkedHashMap<String, Object>();
        report.put("patients", stage.cast().registered());
        report.put("steps", api.calls());
        report.put("claims", claims.all());
        report.put("failures", (long) claims.failed().size());
        report.put("eventsPublished", found.published());
        report.put("eventsRepeated", found.repeated());
        report.put("eventsApplied", found.applied());
        report.put("eventsLost", found.lost().size());
        report.put("operationsCalled", operations.calledCount());
        report.put("operationsTotal", operations.total());
        report.put("operationsNeverCalled", operations.never());
        report.put("jumps", stage.time().jumps());
        report.put("killed", victims.stream().map(Service::title).toList());
        report.put("wallSeconds", took.toSeconds());
        return new Outcome(report, claims.failed());
    }
}
