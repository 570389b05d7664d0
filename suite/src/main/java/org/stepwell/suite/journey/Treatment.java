package org.stepwell.suite.journey;

import static org.stepwell.suite.journey.Stage.ENROLLMENT;
import static org.stepwell.suite.journey.Stage.SCHEDULING;
import static org.stepwell.suite.journey.Stage.THERAPY;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Ninety days of evenings: who came, what was written, what was measured; and what went otherwise than planned. */
final class Treatment {

    /** Sessions are counted from 1. */
    private static final int NORA_IS_BACK_AFTER = 3;

    private static final int DMITRI_IS_MISSING_AT = 5;

    private static final int GRETA_COLLAPSES_AFTER = 9;
    private static final int HUGO_COMES_UNTIL = 6;
    private static final int HUGO_IS_DISCHARGED_AFTER = 11;
    private static final int NOTE_IS_LEFT_UNSIGNED_AT = 15;
    private static final int VERAS_WEEKS_ARE_OVER_AFTER = 14;
    private static final int VERA_LEAVES_AFTER = 23;
    private static final int A_SERVICE_DIES_DURING = 18;
    private static final int A_LISTENER_DIES_DURING = 20;
    private static final int SESSIONS = 39;

    private final Stage stage;
    private final Api api;
    private final Claims claims;
    private final Killing killing;
    private final Notes notes;
    private String unsigned = "";
    private int presences;
    private int absences;

    Treatment(Stage stage, Killing killing) {
        this.stage = stage;
        this.api = stage.api();
        this.claims = stage.claims();
        this.killing = killing;
        this.notes = new Notes(stage);
    }

    void play(FirstCalls firstCalls) {
        stage.telling().chapter("Ninety days");
        for (int number = 1; number <= SESSIONS; number++) {
            var session = session(number);
            evening(number, session);
            switch (number) {
                case 1 -> new Measures(stage).intake();
                case NORA_IS_BACK_AFTER -> new Away(stage).returns();
                case DMITRI_IS_MISSING_AT -> excuseDmitri(session);
                case GRETA_COLLAPSES_AFTER -> new Emergency(stage).play();
                case VERAS_WEEKS_ARE_OVER_AFTER -> new VerasStay(stage).goesOn();
                case VERA_LEAVES_AFTER -> new VerasStay(stage).leaves();
                case HUGO_IS_DISCHARGED_AFTER -> hugoLeaves(firstCalls);
                case NOTE_IS_LEFT_UNSIGNED_AT -> unsigned = session.path("id").asText();
                case NOTE_IS_LEFT_UNSIGNED_AT + 1 -> unsignedNote(session);
                case 13 -> {
                    new Measures(stage).again(number);
                    new Certifying(stage).first();
                }
                case 26 -> {
                    new Measures(stage).again(number);
                    new Certifying(stage).again();
                }
                default -> {}
            }
        }
        new FullWeeks(stage).play();
        new Renewing(stage).play();
        claims.expect("evenings attended, as therapy heard of them", presences, attendedByTherapy());
    }

    /** The group's session of a number, as the calendar shows it when its week has come. */
    private JsonNode session(int number) {
        var day = stage.firstDay()
                .plusDays((number - 1) / 3 * 7L + List.of(0, 2, 4).get((number - 1) % 3));
        stage.passUntil(day, java.time.LocalTime.of(17, 45));
        var list = api.must(api.get("carl", SCHEDULING, "/sessions?from=" + day + "&to=" + day));
        for (var session : list.body().path("items")) {
            if (session.path("group").asText().equals(stage.group())) {
                return session;
            }
        }
        throw new org.stepwell.suite.Trouble("The calendar has no session of the group on " + day);
    }

    private void evening(int number, JsonNode session) {
        var id = session.path("id").asText();
        var start = Instant.parse(session.path("start").asText());
        stage.time().passUntil(start.plus(Duration.ofMinutes(2)));
        if (number == 1) {
            checkInAndOut(id, start);
        }
        stage.time().passUntil(Instant.parse(session.path("end").asText()).plus(Duration.ofMinutes(5)));
        if (number == A_SERVICE_DIES_DURING) {
            eveningOfADeath(number, id);
            return;
        }
        var present = close(number, id);
        if (number == A_LISTENER_DIES_DURING) {
            killing.withEventsOnTheirWay();
        }
        stage.time().settle();
        if (number != NOTE_IS_LEFT_UNSIGNED_AT) {
            notes.writeAndSign(number, id, present);
        }
        stage.time().settle();
    }

    /** Each service does something that others must hear of; one of them dies before it is heard. */
    private void eveningOfADeath(int number, String session) {
        var goodbye = new Changes(stage);
        killing.betweenCommitAndRelay(Stage.ENROLLMENT, goodbye::planAminasDischarge);
        killing.betweenCommitAndRelay(Stage.AFTERCARE, goodbye::offerHugoAStep);
        var present = new ArrayList<Cast.Patient>();
        killing.betweenCommitAndRelay(Stage.SCHEDULING, () -> present.addAll(close(number, session)));
        stage.time().settle();
        killing.betweenCommitAndRelay(Stage.THERAPY, () -> notes.writeAndSign(number, session, present));
        goodbye.aminaStays();
        stage.time().settle();
    }

    /** Amina leaves ten minutes early on the first evening; the minutes say so. */
    private void checkInAndOut(String session, Instant start) {
        var amina = stage.cast().amina();
        api.must(api.post(
                "carl",
                SCHEDULING,
                "/sessions/" + session + "/check-ins",
                Map.of("patient", amina.id(), "at", start.toString())));
        stage.time().passUntil(start.plus(Duration.ofMinutes(170)));
        api.must(api.post("carl", SCHEDULING, "/sessions/" + session + "/check-outs", Map.of("patient", amina.id())));
    }

    private List<Cast.Patient> close(int number, String session) {
        var there = new ArrayList<Cast.Patient>();
        var said = new ArrayList<Map<String, Object>>();
        for (var line : roster(session)) {
            var patient = stage.cast().everybody().stream()
                    .filter(one -> one.id().equals(line.path("patient").asText()))
                    .findFirst()
                    .orElseThrow();
            boolean absent = absent(number, patient);
            if (!absent) {
                there.add(patient);
            }
            if (number == 1 && patient == stage.cast().amina()) {
                continue; // her check-in and check-out speak for her
            }
            said.add(Map.of("patient", patient.id(), "status", absent ? "NO_SHOW" : "PRESENT"));
        }
        var closed =
                api.must(api.post("carl", SCHEDULING, "/sessions/" + session + "/closing", Map.of("presences", said)));
        claims.expect(
                "session %d counts who was there".formatted(number),
                there.size(),
                closed.body().path("attended").asInt());
        presences += there.size();
        absences += closed.body().path("absent").asInt();
        return there;
    }

    private JsonNode roster(String session) {
        return api.must(api.get("carl", SCHEDULING, "/sessions/" + session))
                .body()
                .path("roster");
    }

    private boolean absent(int number, Cast.Patient patient) {
        return (number == DMITRI_IS_MISSING_AT && patient == stage.cast().dmitri())
                || (number > HUGO_COMES_UNTIL && patient == stage.cast().hugo());
    }

    private void excuseDmitri(JsonNode session) {
        var dmitri = stage.cast().dmitri();
        var path = "/sessions/%s/attendance/%s".formatted(session.path("id").asText(), dmitri.id());
        var history = api.must(api.get("carl", SCHEDULING, path));
        api.must(api.put(
                "carl",
                SCHEDULING,
                path,
                Map.of("status", "EXCUSED", "minutes", 0, "reason", "EXCUSE_RECEIVED"),
                history.etag()));
        var versions = api.must(api.get("carl", SCHEDULING, path)).body().path("versions");
        claims.expect("a correction is a version beside the first", 2, versions.size());
        stage.telling()
                .say(
                        "%s is missing on evening %d; the next day his excuse is in.",
                        dmitri.name(), DMITRI_IS_MISSING_AT);
    }

    private void hugoLeaves(FirstCalls firstCalls) {
        var hugo = stage.cast().hugo();
        var lastDay = stage.firstDay().plusDays(24);
        claims.expect(
                "nobody is discharged without a next step or a waiver",
                "accepted-next-step-required",
                discharge(hugo, Map.of("lastDay", lastDay.toString(), "reason", "NO_CONTACT"))
                        .rule());
        api.must(
                discharge(hugo, Map.of("lastDay", lastDay.toString(), "reason", "NO_CONTACT", "waiver", "NO_CONTACT")));
        stage.passUntil(lastDay.plusDays(1), java.time.LocalTime.of(9, 0));
        claims.expect(
                "the free seat goes to Nora",
                201,
                firstCalls.join(lastDay.plusDays(1).toString()).status());
        stage.telling()
                .say(
                        "%s stays away and is discharged with a waiver; %s takes the seat.",
                        hugo.name(), stage.cast().nora().name());
    }

    private Api.Answer discharge(Cast.Patient patient, Map<String, String> form) {
        return api.post("sam", ENROLLMENT, "/episodes/" + patient.episode() + "/discharge", form);
    }

    /** The note of the Friday before, due 72 hours after its session, is noticed on Monday night, and signed then. */
    private void unsignedNote(JsonNode monday) {
        stage.time().passUntil(Instant.parse(monday.path("end").asText()).plus(Duration.ofHours(1)));
        var overdue = api.must(api.get("sam", THERAPY, "/notes?status=OVERDUE&limit=200"));
        boolean listed = false;
        for (var note : overdue.body().path("items")) {
            listed |= note.path("session").asText().equals(unsigned);
        }
        claims.expect("a note that nobody signed is on the supervisor's list", true, listed);
        notes.writeAndSign(NOTE_IS_LEFT_UNSIGNED_AT, unsigned, stage.cast().finishers());
        stage.telling().say("Carl forgets a note; after three days it is on Sam's list, and Carl signs it.");
    }

    /** What therapy knows of attendance came over the broker, so it must agree with who was there. */
    private int attendedByTherapy() {
        int sum = 0;
        for (var patient : stage.cast().everybody()) {
            var progress = api.must(api.get("sam", THERAPY, "/episodes/" + patient.episode() + "/progress"));
            sum += progress.body().path("attendedSessions").asInt();
        }
        return sum;
    }

    /** Attendances the services must have told of: each line of each roster once, and one correction. */
    int attendancesTold() {
        return presences + absences + 1;
    }
}
