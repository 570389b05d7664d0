package org.stepwell.therapy.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.stepwell.therapy.GroupRoom.aSession;
import static org.stepwell.therapy.GroupRoom.attendance;
import static org.stepwell.therapy.GroupRoom.attended;
import static org.stepwell.therapy.Riverside.API;
import static org.stepwell.therapy.Riverside.aClinician;
import static org.stepwell.therapy.Riverside.aTrainee;
import static org.stepwell.therapy.Riverside.clinician;
import static org.stepwell.therapy.Riverside.clockAt;
import static org.stepwell.therapy.Riverside.supervisor;
import static org.stepwell.therapy.note.NoteFixtures.aForm;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.code.AttendanceStatus;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.contracts.scheduling.SchedulingState.SessionChanged;
import org.stepwell.contracts.scheduling.SchedulingState.StaffChanged;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;

/** What somebody signs who does not practise independently waits for a supervisor. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class CosigningTest extends GroupOfTwo {

    private static final Duration WITHIN = Duration.ofDays(3);
    private static final String WHY = "The text does not say which way home was rehearsed; add that.";

    @Inject
    Sql sql;

    private StaffId sam;
    private StaffId tess;

    @BeforeEach
    void aTraineeAndWhoAnswersForThem() {
        sam = aClinician();
        tess = aTrainee(sam);
        await("the staff").until(() -> staff(sam) + staff(tess) == 2);
    }

    private int staff(StaffId who) {
        return inClinic("select count(*)::int from staff where id = ?", who.value())
                .intValue();
    }

    @AfterEach
    void theClockGoesBack() {
        clockAt(Instant.now());
    }

    @Test
    void aNoteOfATraineeIsSignedOnceTheirSupervisorSignsItToo() {
        var session = signedByTess(held(Instant.now()));
        var note = noteOf(session);

        read(clinician(tess), session)
                .then()
                .body("status", equalTo("PENDING_COSIGN"))
                .body("signature.by", equalTo(tess.toString()))
                .body("signature.intact", equalTo(true))
                .body("cosignature", nullValue());
        chart(clinician(dora), ada.patient()).body("items", hasSize(0));
        assertThat(said(ada.patient())).isEmpty();
        refused(cosigns(clinician(tess), note), 409, "cosigned-by-a-supervisor");

        cosigns(clinician(sam), note)
                .then()
                .statusCode(200)
                .body("status", equalTo("SIGNED"))
                .body("signature.by", equalTo(tess.toString()))
                .body("signature.intact", equalTo(true))
                .body("cosignature.by", equalTo(sam.toString()))
                .body("cosignature.hash", notNullValue());

        chart(clinician(dora), ada.patient())
                .body("items[0].signedBy", equalTo(tess.toString()))
                .body("items[0].credentials", equalTo("CADC-R"))
                .body("items[0].cosignature.credentials", equalTo("CADC, LCSW"));
        await("note-signed")
                .untilAsserted(() -> assertThat(said(ada.patient()))
                        .singleElement()
                        .asString()
                        .startsWith("note-signed.v1")
                        .contains(tess.toString()));
        refused(cosigns(clinician(sam), note), 409, "cosigned-while-it-waits");
    }

    @Test
    void anySupervisorOfTheClinicMayDoItWhoPractisesIndependentlyAndNobodyElse() {
        var session = signedByTess(held(Instant.now()));
        var note = noteOf(session);
        var colleague = aClinician();
        var another = aTrainee(null);
        await("the staff").until(() -> staff(colleague) + staff(another) == 2);

        refused(cosigns(clinician(colleague), note), 403, "not-allowed");
        refused(clinician(colleague).asks().get(note), 403, "not-allowed");
        refused(cosigns(Person.at("supervisor").who(another), note), 409, "cosigned-by-a-supervisor");
        refused(cosigns(Person.of("supervisor", Person.HARBOR).who(sam), note), 404, "not-found");
        refused(clinician(sam).asks().post(note + "/cosignature"), 428, "version-required");
        cosigns(Person.at("supervisor").who(colleague), note).then().statusCode(200);
    }

    @Test
    void whoseSupervisorHasLeftIsAnySupervisorsWork() {
        Broker.say(new StaffChanged(sam, List.of("LCSW"), false, null, Instant.now()));
        await("the staff")
                .until(() -> inClinic("select count(*)::int from staff where id = ? and not active", sam.value()) == 1);
        var session = signedByTess(held(Instant.now()));

        assertThat(task("note-to-cosign", noteOf(session))).containsEntry("roles", List.of("SUPERVISOR"));
        refused(clinician(sam).asks().get(noteOf(session)), 403, "not-allowed");
    }

    @Test
    void whatIsReturnedIsADraftWithTheReasonAndATaskOfItsAuthor() {
        var session = signedByTess(held(Instant.now()));
        var note = noteOf(session);
        assertThat(task("note-to-cosign", note)).containsEntry("status", "OPEN").containsEntry("staff", sam.toString());

        returns(clinician(sam), note, " ").then().statusCode(400).body("errors.pointer", contains("/reason"));
        refused(returns(clinician(tess), note, WHY), 409, "cosigned-by-a-supervisor");
        returns(clinician(sam), note, WHY)
                .then()
                .statusCode(200)
                .body("status", equalTo("DRAFT"))
                .body("signature", nullValue())
                .body("reasons.kind", contains("RETURNED"))
                .body("reasons.by", contains(sam.toString()))
                .body("reasons.reason", contains(WHY));

        assertThat(inClinicText("select string_agg(reason, '') from note_reason where by_id = ?", sam))
                .doesNotContain("rehearsed");
        assertThat(task("note-to-cosign", note)).containsEntry("status", "DONE");
        assertThat(task("note-returned", note)).containsEntry("status", "OPEN").containsEntry("staff", tess.toString());
        signs(clinician(tess), session).then().statusCode(200).body("status", equalTo("PENDING_COSIGN"));
        assertThat(task("note-returned", note)).containsEntry("status", "DONE");
        assertThat(task("note-to-cosign", note)).containsEntry("status", "OPEN");
    }

    @Test
    void whoWaitsForTooLongIsInTheLateReport() {
        var session = signedByTess(held(Instant.now().minus(1, ChronoUnit.HOURS)));
        var note = noteOf(session);
        var signedAt = Instant.parse(read(clinician(tess), session).path("signature.at"));
        assertThat(late(note)).isNull();
        var before = etagOf(note);

        clockAt(signedAt.plus(WITHIN).plus(Duration.ofMinutes(150)));

        assertThat(late(note))
                .containsEntry("status", "PENDING_COSIGN")
                .containsEntry("owedBy", List.of(sam.toString()))
                .containsEntry("since", signedAt.plus(WITHIN).toString())
                .containsEntry("hours", 2);
        assertThat(task("note-to-cosign", note)).containsEntry("roles", List.of("SUPERVISOR"));
        assertThat(Broker.said("stepwell.therapy", session)).isEmpty();
        var read = etagOf(note);
        assertThat(read).isEqualTo(before);
        cosigns(clinician(sam), note).then().statusCode(200);
        assertThat(late(note)).isNull();
        supervisor()
                .asks()
                .get(API + "/notes/late/signed?limit=200")
                .then()
                .rootPath("items.find { it.session == '%s' }".formatted(session))
                .body("signature", nullValue())
                .body("cosignature.by", equalTo(sam.toString()))
                .body("cosignature.due", equalTo(signedAt.plus(WITHIN).toString()))
                .body("cosignature.hours", equalTo(2));
    }

    @Test
    void whatIsCorrectedWhileItWaitsIsADraftAgain() {
        var held = held(Instant.now());
        var session = signedByTess(held);
        var note = noteOf(session);

        Broker.say(attendance(held, ben, 2, AttendanceStatus.NO_SHOW));

        await("the draft")
                .untilAsserted(() -> read(clinician(tess), session)
                        .then()
                        .body("status", equalTo("DRAFT"))
                        .body("present", equalTo(1))
                        .body("reasons.kind", contains("CORRECTED"))
                        .body("reasons[0].by", nullValue()));
        assertThat(task("note-returned", note)).containsEntry("staff", tess.toString());
        assertThat(task("note-to-cosign", note)).containsEntry("status", "WITHDRAWN");
        signs(clinician(tess), session).then().statusCode(200).body("parts", hasSize(1));
    }

    @Test
    void ratingsOfANoteThatWaitsAreForTheTeamAndNotForThePatientYet() {
        var session = signedByTess(held(Instant.now()));
        var objectives = API + "/episodes/" + ada.episode() + "/objectives";
        var patient = Person.at("patient").who(ada.patient());
        var rated = "findAll { it.ratings.size() > 0 }.ratings.flatten().";

        clinician(dora).asks().get(objectives).then().body(rated + "signed", contains(false));
        patient.asks().get(objectives).then().statusCode(200).body(rated + "signed", hasSize(0));
        cosigns(clinician(sam), noteOf(session)).then().statusCode(200);

        patient.asks()
                .get(objectives)
                .then()
                .body(rated + "signed", contains(true))
                .body(rated + "rating", contains("SOME_PROGRESS"))
                .body(rated + "session", contains(session.toString()));
    }

    private SessionChanged held(Instant end) {
        var session = aSession(end.truncatedTo(ChronoUnit.SECONDS), tess);
        attended(session, ada, ben);
        return session;
    }

    private SessionId signedByTess(SessionChanged held) {
        var session = held.session();
        var open = linkable(read(clinician(tess), session));
        clinician(tess)
                .asks()
                .body(aForm(List.of(ada.patient(), ben.patient()), open))
                .put(path(session))
                .then()
                .statusCode(200);
        signs(clinician(tess), session).then().statusCode(200);
        return session;
    }

    private static Response read(Person who, SessionId session) {
        return who.asks().get(path(session));
    }

    private String noteOf(SessionId session) {
        return API + "/notes/" + read(clinician(tess), session).path("id");
    }

    private static Response cosigns(Person who, String note) {
        return who.asks().header("If-Match", etagOf(note)).post(note + "/cosignature");
    }

    private static Response returns(Person who, String note, String why) {
        return who.asks()
                .header("If-Match", etagOf(note))
                .body(Map.of("reason", why))
                .post(note + "/return");
    }

    private static String etagOf(String note) {
        return supervisor().asks().get(note).header("ETag");
    }

    private static @Nullable Map<String, Object> late(String note) {
        return Person.at("supervisor")
                .asks()
                .get(API + "/notes/late?limit=200")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getMap("items.find { it.note == '%s' }".formatted(id(note)));
    }

    private static @Nullable Map<String, Object> task(String kind, String note) {
        return task(kind, "subject", id(note));
    }

    private static String id(String note) {
        return note.substring(note.lastIndexOf('/') + 1);
    }

    private Integer inClinic(String query, Object value) {
        return in(() -> sql.one(query, row -> row.getInt(1), value).orElseThrow());
    }

    private String inClinicText(String query, StaffId who) {
        return in(() -> sql.one(query, row -> row.getString(1), who.value()).orElseThrow());
    }

    private static <T> T in(Callable<T> what) {
        return ClinicContext.in(
                new ClinicContext.Work(Person.RIVERSIDE, "test", null),
                () -> QuarkusTransaction.requiringNew().call(what));
    }
}
