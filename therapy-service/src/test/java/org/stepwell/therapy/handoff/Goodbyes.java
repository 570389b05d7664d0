package org.stepwell.therapy.handoff;

import static org.awaitility.Awaitility.await;
import static org.stepwell.therapy.Riverside.API;
import static org.stepwell.therapy.Riverside.clinician;
import static org.stepwell.therapy.Riverside.supervisor;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.DischargeReason;
import org.stepwell.contracts.code.DischargeWaiver;
import org.stepwell.contracts.enrollment.EnrollmentFact.DischargeCorrected;
import org.stepwell.contracts.enrollment.EnrollmentFact.DischargePlanCancelled;
import org.stepwell.contracts.enrollment.EnrollmentFact.DischargePlanned;
import org.stepwell.contracts.enrollment.EnrollmentFact.EpisodeDischarged;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.contracts.scheduling.SchedulingState.StaffChanged;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.MovedClock;
import org.stepwell.platform.testing.Person;
import org.stepwell.therapy.Riverside.InCare;

/** How patients leave in the tests: what enrollment says of it, and what people do with the summary. */
final class Goodbyes {

    static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    /** What nobody may read who may not read the summary. */
    static final String WORDS = "Nine weeks of evening groups; two lapses in the second week.";

    private Goodbyes() {}

    static LocalDate today() {
        return LocalDate.ofInstant(MovedClock.now(), NEW_YORK);
    }

    /** The first second of a day. */
    static Instant asBegins(LocalDate day) {
        return day.atStartOfDay(NEW_YORK).toInstant().plusSeconds(1);
    }

    static void planned(InCare who, LocalDate day) {
        Broker.say(new DischargePlanned(
                who.patient(), who.episode(), day, DischargeReason.COMPLETED_GOALS_MET, "1", MovedClock.now()));
    }

    static void stays(InCare who) {
        Broker.say(new DischargePlanCancelled(who.patient(), who.episode(), MovedClock.now()));
    }

    static void leaves(InCare who, LocalDate lastDay) {
        leaves(who, lastDay, DischargeReason.COMPLETED_GOALS_MET, null);
    }

    static void leaves(
            InCare who, LocalDate lastDay, @Nullable DischargeReason reason, @Nullable DischargeWaiver waiver) {
        Broker.say(new EpisodeDischarged(who.patient(), who.episode(), lastDay, reason, waiver, MovedClock.now()));
    }

    static void leftOtherwise(InCare who, LocalDate lastDay, DischargeReason reason) {
        Broker.say(new DischargeCorrected(who.patient(), who.episode(), lastDay, reason, null, MovedClock.now()));
    }

    /** Somebody who does not practise independently. */
    static StaffId aCounselor() {
        var counselor = new StaffId(Uuid7.next());
        Broker.say(new StaffChanged(counselor, List.of("CADC"), true, null, Instant.EPOCH));
        return counselor;
    }

    static String path(InCare who) {
        return API + "/episodes/" + who.episode() + "/discharge-summary";
    }

    static Response asks(Person who, InCare whom) {
        return who.asks().get(path(whom));
    }

    /** The summary as a supervisor reads it, once it stands like this. */
    static ValidatableResponse awaitSummary(InCare who, String field, @Nullable Object value) {
        await("a summary whose %s is %s".formatted(field, value)).until(() -> {
            var answer = asks(supervisor(), who);
            return answer.statusCode() == 200
                    && String.valueOf(answer.jsonPath().<Object>get(field)).equals(String.valueOf(value));
        });
        return asks(supervisor(), who).then().statusCode(200);
    }

    /** The same, once the patient has left. */
    static ValidatableResponse awaitLeft(InCare who) {
        return awaitSummary(who, "facts.stay.left", true);
    }

    /** All that a signature asks for, where the last questionnaires were taken. */
    static Map<String, Object> aText() {
        return new HashMap<>(Map.of(
                "courseOfTreatment", WORDS,
                "conditionAtDischarge", "Sober for 47 days.",
                "reasons", "The goals are met.",
                "recommendations", "Weekly therapy.",
                "recommendedLevel", "0.5",
                "nextSteps", List.of("WEEKLY_THERAPY", "TWELVE_STEP_MEETING")));
    }

    static Map<String, Object> aTextWithoutLastMeasures() {
        return with(aText(), "measuresWaived", "LEFT");
    }

    static Map<String, Object> with(Map<String, Object> text, String field, Object value) {
        var other = new HashMap<>(text);
        other.put(field, value);
        return other;
    }

    /** Somebody replaces the draft that they have just read. */
    static ValidatableResponse writes(Person who, InCare whom, Map<String, Object> text) {
        return writes(who, whom, read(whom), text);
    }

    static ValidatableResponse writes(Person who, InCare whom, String version, Map<String, Object> text) {
        var asks = who.asks().body(text);
        return (version.isEmpty() ? asks : asks.header("If-Match", version))
                .put(path(whom))
                .then();
    }

    /** Somebody signs, or co-signs, what they have just read. */
    static ValidatableResponse signs(Person who, InCare whom) {
        return signs(who, whom, read(whom));
    }

    static ValidatableResponse signs(Person who, InCare whom, String version) {
        var asks = who.asks();
        return (version.isEmpty() ? asks : asks.header("If-Match", version))
                .post(path(whom) + "/signature")
                .then();
    }

    /** Written and signed by one who practises independently. */
    static ValidatableResponse isSignedBy(StaffId dora, InCare whom) {
        writes(clinician(dora), whom, aTextWithoutLastMeasures()).statusCode(200);
        return signs(clinician(dora), whom).statusCode(200);
    }

    static String read(InCare whom) {
        return asks(supervisor(), whom).then().statusCode(200).extract().header("ETag");
    }

    /** A questionnaire of so many items that are all answered alike. */
    static void answers(InCare who, String instrument, int items, int value, Instant at) {
        var answers = IntStream.rangeClosed(1, items)
                .mapToObj(item -> Map.of("item", String.valueOf(item), "value", value))
                .toList();
        supervisor()
                .asks()
                .body(Map.of(
                        "episode",
                        who.episode(),
                        "instrument",
                        instrument,
                        "takenAt",
                        at.toString(),
                        "answers",
                        answers))
                .post(API + "/patients/" + who.patient() + "/measures")
                .then()
                .statusCode(201);
    }

    /** The task of a kind about somebody, as a supervisor finds it. */
    static @Nullable Map<String, Object> task(String kind, InCare who, String status) {
        return supervisor()
                .asks()
                .get(API + "/tasks?limit=200&kind=" + kind + "&status=" + status + "&patient=" + who.patient())
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getMap("items[0]");
    }

    /** What was told of a signed summary, in the order in which it was. */
    static List<String> told(InCare who) {
        return Broker.said("stepwell.therapy", who.patient()).stream()
                .filter(event -> event.startsWith("discharge-summary-signed.v1"))
                .toList();
    }
}
