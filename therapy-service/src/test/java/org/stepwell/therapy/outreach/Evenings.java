package org.stepwell.therapy.outreach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.stepwell.therapy.Riverside.API;
import static org.stepwell.therapy.Riverside.aClinician;
import static org.stepwell.therapy.Riverside.aPatientSince;
import static org.stepwell.therapy.Riverside.aProgram;
import static org.stepwell.therapy.Riverside.clinician;
import static org.stepwell.therapy.Riverside.clockAt;
import static org.stepwell.therapy.Riverside.inClinic;
import static org.stepwell.therapy.Riverside.task;
import static org.stepwell.therapy.Riverside.treatedFirstBy;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.stepwell.contracts.code.AttendanceStatus;
import org.stepwell.contracts.code.Modality;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.contracts.scheduling.SchedulingFact.AttendanceRecorded;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.testing.Broker;
import org.stepwell.therapy.Riverside.InCare;

/** A patient whose evenings are recorded one after the other, and who is looked for. Days count from today. */
abstract class Evenings {

    static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    @Inject
    Sql sql;

    final LocalDate today = LocalDate.now(NEW_YORK);
    final Map<Integer, SessionId> sessions = new HashMap<>();
    final Map<Integer, Integer> versions = new HashMap<>();
    StaffId dora;
    InCare ada;

    @BeforeEach
    void aPatientOfDora() {
        dora = aClinician();
        ada = aPatientSince(today.minusDays(30), aProgram(), dora);
        treatedFirstBy(ada, dora);
    }

    @AfterEach
    void theClockGoesBack() {
        clockAt(Instant.now());
    }

    /** It is ten in the evening of a day, and how Ada was at its session is recorded, for the first time or anew. */
    void evening(int day, AttendanceStatus status) {
        eveningIs(day);
        recorded(day, status);
    }

    void recorded(int day, AttendanceStatus status) {
        Broker.say(attendance(day, status));
    }

    /** What scheduling says of an evening. */
    AttendanceRecorded attendance(int day, AttendanceStatus status) {
        var date = today.plusDays(day);
        var start = date.atTime(18, 0).atZone(NEW_YORK).toInstant();
        return new AttendanceRecorded(
                ada.patient(),
                ada.episode(),
                sessions.computeIfAbsent(day, _ -> new SessionId(Uuid7.next())),
                versions.merge(day, 1, Integer::sum),
                Modality.GROUP_THERAPY,
                true,
                date,
                start,
                start.plus(Duration.ofHours(3)),
                status.attended() ? 180 : 0,
                status,
                List.of(dora),
                start.plus(Duration.ofHours(4)));
    }

    void eveningIs(int day) {
        clockAt(at(day, LocalTime.of(22, 0)));
    }

    Instant at(int day, LocalTime hour) {
        return today.plusDays(day).atTime(hour).atZone(NEW_YORK).toInstant();
    }

    ValidatableResponse tried(String way, String outcome) {
        return clinician(dora)
                .asks()
                .body(Map.of("way", way, "outcome", outcome, "note", "Spoke with nobody else."))
                .post(path() + "/attempts")
                .then();
    }

    ValidatableResponse outreach() {
        return clinician(dora).asks().get(path()).then().statusCode(200);
    }

    /** Waits until the steps of the run stand so: each as {@code RUNG STATUS}. */
    void awaitSteps(String... steps) {
        await(String.join(", ", steps)).untilAsserted(() -> assertThat(steps()).containsExactlyInAnyOrder(steps));
    }

    /** The steps of the run that is open, or else of the last. */
    List<String> steps() {
        var json = outreach().extract().jsonPath();
        var run = json.get("current") == null ? "before[-1]" : "current";
        if (json.get("current") == null && json.getList("before").isEmpty()) {
            return List.of();
        }
        return json.<Map<String, Object>>getList(run + ".steps").stream()
                .map(step -> step.get("rung") + " " + step.get("status"))
                .toList();
    }

    /** Waits until something of the episode is known. */
    void knows(String column) {
        await(column)
                .until(() -> inClinic(() -> sql.one(
                                "select %s from episode where id = ?".formatted(column),
                                row -> row.getString(1) != null,
                                ada.episode().value())
                        .orElse(false)));
    }

    Map<String, Object> taskOf(String kind, String status) {
        return task(ada, kind, status);
    }

    String path() {
        return API + "/episodes/" + ada.episode() + "/outreach";
    }
}
