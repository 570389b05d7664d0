package org.stepwell.suite.journey;

import static org.stepwell.suite.journey.Stage.SCHEDULING;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.stepwell.suite.Trouble;

/** The group's evenings, three a week: who came, what was written, and what died meanwhile. */
final class Evenings {

    static final int DMITRI_IS_MISSING_AT = 5;
    static final int BORIS_IS_MISSING_AT = 28;
    static final int NOTE_IS_LEFT_UNSIGNED_AT = 15;

    private static final int HUGO_COMES_UNTIL = 6;
    private static final int A_SERVICE_DIES_DURING = 18;
    private static final int A_LISTENER_DIES_DURING = 20;

    private final Stage stage;
    private final Api api;
    private final Claims claims;
    private final Notes notes;
    private final Killing killing;
    private int presences;
    private int absences;

    Evenings(Stage stage, Notes notes, Killing killing) {
        this.stage = stage;
        this.api = stage.api();
        this.claims = stage.claims();
        this.notes = notes;
        this.killing = killing;
    }

    int presences() {
        return presences;
    }

    int absences() {
        return absences;
    }

    /** Plays one of them, counted from 1; the answer is its session. */
    JsonNode play(int number) {
        var session = session(number);
        var id = session.path("id").asText();
        var start = Instant.parse(session.path("start").asText());
        stage.time().passUntil(start.plus(Duration.ofMinutes(2)));
        if (number == 1) {
            checkInAndOut(id, start);
        }
        stage.time().passUntil(Instant.parse(session.path("end").asText()).plus(Duration.ofMinutes(5)));
        if (number == A_SERVICE_DIES_DURING) {
            ofADeath(number, id);
            return session;
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
        return session;
    }

    /** The group's session of a number, as the calendar shows it when its week has come. */
    private JsonNode session(int number) {
        var day = stage.firstDay()
                .plusDays((number - 1) / 3 * 7L + List.of(0, 2, 4).get((number - 1) % 3));
        stage.passUntil(day, LocalTime.of(17, 45));
        var list = api.must(api.get("carl", SCHEDULING, "/sessions?from=" + day + "&to=" + day));
        for (var session : list.body().path("items")) {
            if (session.path("group").asText().equals(stage.group())) {
                return session;
            }
        }
        throw new Trouble("The calendar has no session of the group on " + day);
    }

    /** Each service does something that others must hear of; one of them dies before it is heard. */
    private void ofADeath(int number, String session) {
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
                || (number == BORIS_IS_MISSING_AT && patient == stage.cast().boris())
                || (number > HUGO_COMES_UNTIL && patient == stage.cast().hugo());
    }
}
