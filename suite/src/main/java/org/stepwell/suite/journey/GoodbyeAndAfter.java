package org.stepwell.suite.journey;

import static org.stepwell.suite.journey.Stage.AFTERCARE;
import static org.stepwell.suite.journey.Stage.ENROLLMENT;
import static org.stepwell.suite.journey.Stage.SCHEDULING;
import static org.stepwell.suite.journey.Stage.THERAPY;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;

/** Step-down, next steps, discharge, and the first two weeks of aftercare. */
final class GoodbyeAndAfter {

    private static final LocalTime MORNING = LocalTime.of(10, 0);

    private final Stage stage;
    private final Api api;
    private final Claims claims;
    private final LocalDate lastDay;
    private final Watching watching;

    GoodbyeAndAfter(Stage stage) {
        this.stage = stage;
        this.api = stage.api();
        this.claims = stage.claims();
        this.lastDay = stage.firstDay().plusDays(90);
        this.watching = new Watching(stage);
    }

    void play() {
        stage.telling().chapter("Goodbye");
        planDischarges();
        watching.preparesToLeave();
        refusedBeforeAnybodyAccepted();
        arrangeNextSteps();
        discharge();
        stage.telling().chapter("Two weeks of aftercare");
        firstWeek();
        secondWeek();
        end();
    }

    private void planDischarges() {
        for (var patient : stage.cast().finishers()) {
            api.must(api.post("carl", THERAPY, "/episodes/" + patient.episode() + "/step-down-readiness", Map.of()));
            api.must(api.post(
                    "carl",
                    ENROLLMENT,
                    "/episodes/" + patient.episode() + "/discharge-plan",
                    Map.of("targetDate", lastDay.toString(), "reason", "COMPLETED_GOALS_MET", "nextLevel", "1")));
        }
        stage.time().settle();
        long drafts = stage.cast().finishers().stream().filter(this::hasADraft).count();
        claims.expect("a draft of aftercare is open for everybody whose discharge is planned", 12L, drafts);
        var amina = api.must(
                api.get("carl", ENROLLMENT, "/episodes/" + stage.cast().amina().episode()));
        claims.expect(
                "enrollment heard that Amina is ready",
                true,
                amina.body().path("readyForStepDownAt").isTextual());
    }

    private boolean hasADraft(Cast.Patient patient) {
        var plan = api.must(api.get("carl", AFTERCARE, "/episodes/" + patient.episode() + "/plan"));
        patient.arrangedIn(plan.id());
        return plan.body().path("status").asText().equals("DRAFT");
    }

    private void refusedBeforeAnybodyAccepted() {
        claims.expect(
                "nobody is discharged before a next step is accepted",
                "accepted-next-step-required",
                dischargeOf(stage.cast().amina()).rule());
    }

    private void arrangeNextSteps() {
        var meeting = api.must(api.get("carl", AFTERCARE, "/meetings?day=MONDAY&from=17:00&to=21:00"))
                .body()
                .path("items")
                .get(0);
        var monday = lastDay.with(java.time.temporal.TemporalAdjusters.next(java.time.DayOfWeek.MONDAY));
        for (var patient : stage.cast().finishers()) {
            var step = api.must(api.post(
                            patient.account(),
                            AFTERCARE,
                            "/plans/" + patient.plan() + "/next-steps",
                            Map.of(
                                    "kind", "TWELVE_STEP_MEETING",
                                    "meeting", meeting.path("id").asText(),
                                    "date", monday.toString())))
                    .id();
            api.must(api.post(patient.account(), AFTERCARE, "/next-steps/" + step + "/acceptance", Map.of()));
        }
        stage.time().settle();
        stage.telling()
                .say("Everybody commits to \"%s\" on %s.", meeting.path("name").asText(), monday);
    }

    private Api.Answer dischargeOf(Cast.Patient patient) {
        return api.post(
                "carl",
                ENROLLMENT,
                "/episodes/" + patient.episode() + "/discharge",
                Map.of("lastDay", lastDay.toString(), "reason", "COMPLETED_GOALS_MET"));
    }

    private void discharge() {
        stage.cast().finishers().forEach(patient -> api.must(dischargeOf(patient)));
        stage.time().settle();
        api.must(api.post(
                "ada", SCHEDULING, "/groups/" + stage.group() + "/end", Map.of("lastDay", lastDay.toString())));
        stage.time().settle();
        stage.telling().say("Twelve discharges, each with a next step that was accepted.");
    }

    private void firstWeek() {
        stage.passUntil(lastDay.plusDays(7), MORNING);
        watching.handsOver();
        var group = api.must(api.get("ada", SCHEDULING, "/groups/" + stage.group()));
        claims.expect(
                "the group is empty at the end", 0, group.body().path("taken").asInt());
        for (var patient : stage.cast().finishers()) {
            if (patient != stage.cast().luis()) {
                claims.expect(
                        patient.name() + " checks in",
                        "GREEN",
                        checkIn(patient, false).body().path("level").asText());
            }
        }
        claims.expect(
                "a check-in is recorded once a week",
                409,
                checkInOf(stage.cast().amina(), false).status());
        stage.passUntil(lastDay.plusDays(9), MORNING);
        claims.expect(
                "Luis is missed when the clock moves on",
                "MISSED",
                status(stage.cast().luis(), 0));
        stage.telling()
                .say("%s does not check in, and is missed.", stage.cast().luis().name());
    }

    private void secondWeek() {
        stage.passUntil(lastDay.plusDays(14), MORNING);
        for (var patient : stage.cast().finishers()) {
            boolean used = patient == stage.cast().luis();
            var level = checkIn(patient, used).body().path("level").asText();
            claims.expect(patient.name() + " checks in again", used ? "AMBER" : "GREEN", level);
        }
        stage.passUntil(lastDay.plusDays(15), MORNING);
    }

    /** Nora, who came last, goes on with her check-ins. */
    private void end() {
        var nora = stage.cast().nora();
        for (var patient : stage.cast().finishers()) {
            if (patient != nora) {
                api.must(api.post(
                        "sam", AFTERCARE, "/plans/" + patient.plan() + "/closing", Map.of("reason", "COMPLETED")));
            }
        }
        var hugo = stage.cast().hugo();
        hugo.arrangedIn(api.must(api.get("sam", AFTERCARE, "/episodes/" + hugo.episode() + "/plan"))
                .id());
        claims.expect("Hugo is missed every week, and nobody forgets him", 11L, missedWeeks(hugo));
        claims.expect(
                "after a month somebody decides whether he is let go",
                1,
                api.must(api.get("sam", AFTERCARE, "/tasks?kind=check-in-unreachable&patient=" + hugo.id()))
                        .body()
                        .path("items")
                        .size());
        api.must(api.post("sam", AFTERCARE, "/plans/" + hugo.plan() + "/closing", Map.of("reason", "UNREACHABLE")));
        stage.time().settle();
        claims.expect("Carl reads Nora, whom he still treats", 200, read(nora));
        claims.expect(
                "and Amina, whose care is over, no more", 403, read(stage.cast().amina()));
    }

    private int read(Cast.Patient patient) {
        return api.get("carl", ENROLLMENT, "/patients/" + patient.id()).status();
    }

    private Api.Answer checkIn(Cast.Patient patient, boolean used) {
        return api.must(checkInOf(patient, used));
    }

    private Api.Answer checkInOf(Cast.Patient patient, boolean used) {
        return api.post(
                patient.account(),
                AFTERCARE,
                "/plans/" + patient.plan() + "/check-ins",
                Map.of(
                        "used", used,
                        "cravings", 1,
                        "lowDays", 1,
                        "sleep", 1,
                        "meetings", 2,
                        "confidence", 4,
                        "suicideThoughts", false,
                        "note", "Slept at my sister's; she is a " + Cast.CANARY + " too"));
    }

    private long missedWeeks(Cast.Patient patient) {
        var weeks = api.must(api.get("sam", AFTERCARE, "/plans/" + patient.plan() + "/check-ins?limit=200"));
        return weeks.body().path("items").findValuesAsText("status").stream()
                .filter("MISSED"::equals)
                .count();
    }

    private String status(Cast.Patient patient, int week) {
        return api.must(api.get("carl", AFTERCARE, "/plans/" + patient.plan() + "/check-ins"))
                .body()
                .path("items")
                .path(week)
                .path("status")
                .asText();
    }
}
