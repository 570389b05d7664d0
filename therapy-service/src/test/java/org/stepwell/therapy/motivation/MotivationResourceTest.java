package org.stepwell.therapy.motivation;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.stepwell.therapy.GroupRoom.aSession;
import static org.stepwell.therapy.GroupRoom.attended;
import static org.stepwell.therapy.Riverside.API;
import static org.stepwell.therapy.Riverside.aClinician;
import static org.stepwell.therapy.Riverside.aPatientOf;
import static org.stepwell.therapy.Riverside.anId;
import static org.stepwell.therapy.Riverside.clinician;
import static org.stepwell.therapy.Riverside.supervisor;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.stepwell.platform.testing.MovedClock;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;

/** How a patient stands to change, on one page. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class MotivationResourceTest extends Interviews {

    @Test
    void theStageOfTheLastDayIsTheCurrentOneAndAllAreKept() {
        var today = LocalDate.ofInstant(MovedClock.now(), ZoneId.of("America/New_York"));
        var dorasWord = clinician(dora);

        sees(dorasWord, Map.of("stage", "ACTION"))
                .statusCode(201)
                .body("date", equalTo(today.toString()))
                .body("recordedBy", equalTo(dora.toString()));
        sees(dorasWord, Map.of("stage", "CONTEMPLATION", "date", "2020-03-02")).statusCode(201);
        page("").statusCode(200)
                .body("episode", equalTo(ada.episode().toString()))
                .body("stage.stage", equalTo("ACTION"))
                .body("stages.stage", contains("CONTEMPLATION", "ACTION"));

        sees(dorasWord, Map.of("stage", "PREPARATION")).statusCode(201);
        page("").body("stage.stage", equalTo("PREPARATION"))
                .body("stages.stage", contains("CONTEMPLATION", "ACTION", "PREPARATION"));
    }

    @Test
    void aStageOfADayBeforeTheAdmissionOrThatHasNotComeIsPointedAt() {
        for (var day : List.of("1969-12-31", "2099-01-01")) {
            sees(clinician(dora), Map.of("stage", "ACTION", "date", day))
                    .statusCode(400)
                    .body("type", endsWith("/stage-of-a-day-in-the-program"))
                    .body("errors.pointer", contains("/date"));
        }
        sees(clinician(dora), Map.of("stage", "RELAPSE")).statusCode(400).body("errors.pointer", contains("/stage"));
        page("").body("stages", hasSize(0)).body("stage", nullValue());
    }

    @Test
    void rulersAreReadFromTheMeasuresWithTheChangeSinceTheFirst() {
        ruler(6, 3, 4);
        ruler(7, 2, null);
        ruler(9, 3, 8);

        page("").statusCode(200)
                .body("rulers", hasSize(3))
                .body("rulers[0].importance.value", equalTo(6))
                .body("rulers[0].importance.sinceFirst", nullValue())
                .body("rulers[1].confidence.value", equalTo(2))
                .body("rulers[1].confidence.sinceFirst", equalTo(-1))
                .body("rulers[1].readiness", nullValue())
                .body("rulers[2].importance.sinceFirst", equalTo(3))
                .body("rulers[2].confidence.sinceFirst", equalTo(0))
                .body("rulers[2].readiness.value", equalTo(8))
                .body("rulers[2].readiness.sinceFirst", equalTo(4));
    }

    @Test
    void theLastTwentyRulersAreComparedWithOneThatIsNotShownAnyMore() {
        IntStream.range(0, 21).forEach(i -> ruler(i == 0 ? 1 : 5, 5, 5));

        page("").body("rulers", hasSize(20)).body("rulers[0].importance.sinceFirst", equalTo(4));
    }

    @Test
    void theShareOfChangeTalkIsShownBySession() {
        var now = MovedClock.now();
        var later = aSession(now.minus(Duration.ofHours(1)), dora);
        var earlier = aSession(now.minus(Duration.ofDays(3)), dora);
        attended(later, ada);
        attended(earlier, ada);

        counts(clinician(dora), later.session(), "", COUNTS)
                .statusCode(200)
                .body("forChange", equalTo(7))
                .body("changePercent", equalTo(70));
        counts(clinician(dora), earlier.session(), "", with(COUNTS, "sustain", 7))
                .statusCode(200);

        page("").body(
                        "talk.session",
                        contains(earlier.session().toString(), later.session().toString()))
                .body("talk.changePercent", contains(50, 70))
                .body("talk[1].counts.takingSteps", equalTo(1));
    }

    @Test
    void theCareTeamRecordsAndThePatientReads() {
        var session = aSession(dora);
        attended(session, ada);
        for (var who : List.of(clinician(aClinician()), Person.at("intake").who(dora), patient())) {
            sees(who, Map.of("stage", "ACTION")).statusCode(403);
            counts(who, session.session(), "", COUNTS).statusCode(403);
            writes(who, "", BALANCE).statusCode(403);
        }
        var harbor = Person.of("supervisor", Person.HARBOR).who(dora);
        sees(harbor, Map.of("stage", "ACTION")).statusCode(404);
        harbor.asks()
                .get(API + "/patients/" + ada.patient() + "/motivation")
                .then()
                .statusCode(404);
        sees(supervisor(), Map.of("stage", "ACTION")).statusCode(201);

        patient()
                .asks()
                .get(API + "/patients/" + ada.patient() + "/motivation")
                .then()
                .statusCode(200)
                .body("stage.stage", equalTo("ACTION"));
    }

    @Test
    void thePageIsOfTheChosenEpisodeOfThisPatient() {
        sees(clinician(dora), Map.of("stage", "ACTION")).statusCode(201);

        page("?episode=" + ada.episode()).statusCode(200).body("stage.stage", equalTo("ACTION"));
        page("?episode=" + aPatientOf(dora).episode()).statusCode(404);
        page("?episode=" + anId()).statusCode(404);
        page("?episode=first").statusCode(400).body("errors.pointer", contains("episode"));
    }

    private void ruler(int importance, int confidence, @Nullable Integer readiness) {
        var answers = Stream.of(answer("1", importance), answer("2", confidence), answer("3", readiness))
                .filter(answer -> answer.containsKey("value"))
                .toList();
        clinician(dora)
                .asks()
                .body(Map.of("episode", ada.episode().toString(), "instrument", "READINESS", "answers", answers))
                .post(API + "/patients/" + ada.patient() + "/measures")
                .then()
                .statusCode(201);
    }

    private static Map<String, Object> answer(String item, @Nullable Integer value) {
        return value == null ? Map.of("item", item) : Map.of("item", item, "value", value);
    }
}
