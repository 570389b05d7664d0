package org.stepwell.therapy.counselingnote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.stepwell.therapy.GroupRoom.aSession;
import static org.stepwell.therapy.GroupRoom.attended;
import static org.stepwell.therapy.Riverside.API;
import static org.stepwell.therapy.Riverside.aClinician;
import static org.stepwell.therapy.Riverside.aPatientOf;
import static org.stepwell.therapy.Riverside.clinician;
import static org.stepwell.therapy.Riverside.discharged;
import static org.stepwell.therapy.counselingnote.CounselingCalls.TEXT;
import static org.stepwell.therapy.counselingnote.CounselingCalls.aFinalNote;
import static org.stepwell.therapy.counselingnote.CounselingCalls.adds;
import static org.stepwell.therapy.counselingnote.CounselingCalls.begins;
import static org.stepwell.therapy.counselingnote.CounselingCalls.begun;
import static org.stepwell.therapy.counselingnote.CounselingCalls.deletes;
import static org.stepwell.therapy.counselingnote.CounselingCalls.lists;
import static org.stepwell.therapy.counselingnote.CounselingCalls.names;
import static org.stepwell.therapy.counselingnote.CounselingCalls.path;
import static org.stepwell.therapy.counselingnote.CounselingCalls.posts;
import static org.stepwell.therapy.counselingnote.CounselingCalls.reads;
import static org.stepwell.therapy.counselingnote.CounselingCalls.writes;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.enrollment.EnrollmentFact.BreakGlassOpened;
import org.stepwell.contracts.enrollment.EnrollmentState.CareTeamChanged;
import org.stepwell.contracts.id.BreakGlassId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;
import org.stepwell.therapy.Riverside.InCare;

/** Counseling notes are their author's, and one supervisor's whom the author names. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class CounselingNoteResourceTest {

    private StaffId dora;
    private StaffId carl;
    private StaffId sue;
    private InCare ada;

    @BeforeEach
    void aPatientOfTwo() {
        dora = aClinician();
        carl = aClinician();
        sue = aClinician();
        ada = aPatientOf(dora, carl);
    }

    @Test
    void aDraftIsWrittenAndChangedAndIsFinalWhenItsAuthorSaysSo() {
        var begun = begins(clinician(dora), ada, Map.of())
                .statusCode(201)
                .header("Location", containsString("/counseling-notes/"))
                .body("status", equalTo("DRAFT"))
                .body(not(containsString(TEXT)))
                .extract();
        String note = begun.path("id");
        writes(clinician(dora), note, "", "Other.").statusCode(428);
        writes(clinician(dora), note, "\"7\"", "Other.").statusCode(412);
        writes(clinician(dora), note, begun.header("ETag"), "Her silence; mine, too.")
                .statusCode(200)
                .header("ETag", equalTo("\"1\""));
        reads(clinician(dora), note)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"1\""))
                .body("text", equalTo("Her silence; mine, too."))
                .body("hash", nullValue())
                .body("intact", nullValue());
        refused(adds(clinician(dora), note, "More."), 409, "added-to-once-final");
        refused(posts(clinician(dora), note, "striking"), 409, "struck-once-final");

        posts(clinician(dora), note, "finality").statusCode(200).body("status", equalTo("FINAL"));

        refused(writes(clinician(dora), note, "*", "Other."), 409, "counseling-note-is-locked");
        refused(deletes(clinician(dora), note), 409, "counseling-note-is-locked");
        refused(posts(clinician(dora), note, "finality"), 409, "counseling-note-is-locked");
    }

    @Test
    void whatWasStruckKeepsItsTextAndSaysWhyInAnAddendum() {
        var note = aFinalNote(dora, ada);

        posts(clinician(dora), note, "striking").statusCode(200).body("status", equalTo("STRUCK"));
        adds(clinician(dora), note, "It was about somebody else.").statusCode(201);

        reads(clinician(dora), note)
                .then()
                .body("text", equalTo(TEXT))
                .body("intact", equalTo(true))
                .body("addenda.text", contains("Seen again in supervision.", "It was about somebody else."))
                .body("addenda.intact", contains(true, true));
        refused(posts(clinician(dora), note, "striking"), 409, "struck-once-final");
    }

    @Test
    void aDraftIsDeletedByItsAuthor() {
        var note = begun(clinician(dora), ada);

        deletes(clinician(carl), note).statusCode(403);
        deletes(clinician(dora), note).statusCode(204);

        reads(clinician(dora), note).then().statusCode(404);
    }

    /** The author and the supervisor whom they named; nobody else, however they stand to the patient. */
    @Test
    void nobodyElseReadsIt() {
        var note = aFinalNote(dora, ada);
        var helper = aClinician();
        openedInAnEmergency(helper);
        named(note, sue);
        reads(clinician(dora), note).then().statusCode(200).body("text", equalTo(TEXT));
        reads(supervisor(sue), note).then().statusCode(200).body("text", equalTo(TEXT));

        var others = new LinkedHashMap<Person, Integer>();
        others.put(clinician(carl), 403); // of the care team
        others.put(supervisor(carl), 403); // and a supervisor
        others.put(supervisor(aClinician()), 403); // of others
        others.put(clinician(sue), 403); // named, and no supervisor
        others.put(clinician(helper), 403);
        others.put(clinician(aClinician()), 403);
        others.put(Person.at("prescriber").who(carl), 403);
        for (var role : List.of("intake", "clinic-admin", "privacy-officer", "auditor", "ops")) {
            others.put(Person.at(role).who(dora), 403); // whoever they were before
        }
        others.put(Person.at("patient").who(ada.patient()), 403);
        others.put(Person.of("clinician", Person.HARBOR).who(dora), 404);
        others.put(Person.of("supervisor", Person.HARBOR).who(sue), 404);
        var answers = new ArrayList<String>();
        others.forEach((who, status) -> {
            answers.add(reads(who, note).then().statusCode(status).extract().asString());
            answers.add(writes(who, note, "*", "Other.")
                    .statusCode(status)
                    .extract()
                    .asString());
            answers.add(adds(who, note, "Other.").statusCode(status).extract().asString());
            answers.add(deletes(who, note).statusCode(status).extract().asString());
            answers.add(names(who, note, Map.of("supervisor", carl.toString()))
                    .statusCode(status)
                    .extract()
                    .asString());
        });
        assertThat(answers).noneMatch(answer -> answer.contains(TEXT));
        reads(clinician(dora), Uuid7.next().toString()).then().statusCode(404);
    }

    @Test
    void aListHoldsWhatItsReaderMayOpenAndNoTexts() {
        var note = aFinalNote(dora, ada);
        var ofCarl = begun(clinician(carl), ada);
        named(note, sue);

        lists(clinician(dora), ada.patient())
                .then()
                .statusCode(200)
                .body("items.id", contains(note))
                .body("items[0].supervisor", equalTo(sue.toString()))
                .body(not(containsString("silence")));
        lists(clinician(carl), ada.patient()).then().body("items.id", contains(ofCarl));
        lists(supervisor(sue), ada.patient()).then().body("items.id", contains(note));
        lists(clinician(sue), ada.patient()).then().statusCode(403);
        lists(supervisor(aClinician()), ada.patient()).then().statusCode(403);
        lists(Person.at("patient").who(ada.patient()), ada.patient()).then().statusCode(403);
        lists(Person.at("intake"), ada.patient()).then().statusCode(403);
        lists(Person.of("clinician", Person.HARBOR).who(dora), ada.patient())
                .then()
                .statusCode(404);
        var another = begun(clinician(dora), ada);
        var first = clinician(dora).asks().get(path(ada.patient()) + "?limit=1");
        first.then().body("items.id", contains(note));
        clinician(dora)
                .asks()
                .get(path(ada.patient()) + "?limit=1&after=" + first.path("after"))
                .then()
                .body("items.id", contains(another));
    }

    @Test
    void whoeverIsNamedReadsAndDoesNothingElse() {
        var note = begun(clinician(dora), ada);
        named(note, sue);

        refused(writes(supervisor(sue), note, "*", "Other."), 403, "only-its-author");
        refused(posts(supervisor(sue), note, "finality"), 403, "only-its-author");
        refused(deletes(supervisor(sue), note), 403, "only-its-author");
        refused(names(supervisor(sue), note, Map.of("supervisor", carl.toString())), 403, "only-its-author");
        begins(supervisor(sue), ada, Map.of()).statusCode(403);
        refused(names(clinician(dora), note, Map.of("supervisor", dora.toString())), 409, "supervisor-is-another");
        refused(
                names(clinician(dora), note, Map.of("supervisor", Uuid7.next().toString())),
                409,
                "supervisor-is-another");

        names(clinician(dora), note, Map.of()).statusCode(200).body("supervisor", nullValue());
        reads(supervisor(sue), note).then().statusCode(403);
        lists(supervisor(sue), ada.patient()).then().statusCode(403);
    }

    @Test
    void itsAuthorReadsItAlsoWhenTheyTreatThePatientNoMore() {
        var note = aFinalNote(dora, ada);

        treatedBy(carl);

        reads(clinician(dora), note).then().statusCode(200).body("text", equalTo(TEXT));
        lists(clinician(dora), ada.patient()).then().statusCode(200).body("items", hasSize(1));
        begins(clinician(dora), ada, Map.of()).statusCode(201);
    }

    @Test
    void itIsWrittenAboutWhomItsAuthorTreatsOrHasMet() {
        var led = aClinician();
        begins(clinician(led), ada, Map.of()).statusCode(403);
        begins(supervisor(sue), ada, Map.of()).statusCode(403);
        var session = aSession(led);
        attended(session, ada);
        discharged(ada);
        treatedBy();

        begins(clinician(led), ada, Map.of("session", session.session().toString()))
                .statusCode(201)
                .body("session", equalTo(session.session().toString()));
        lists(clinician(led), ada.patient()).then().statusCode(200).body("items", hasSize(1));
        begins(clinician(dora), ada, Map.of()).statusCode(403); // neither treated nor met, as far as is known here
    }

    @Test
    void itNamesAnEpisodeOfThePatientAndASessionThatItsAuthorLed() {
        var ben = aPatientOf(dora);
        var session = aSession(carl);
        attended(session, ada);

        refused(
                begins(clinician(dora), ada, Map.of("episode", ben.episode().toString())),
                409,
                "written-about-an-episode");
        refused(
                begins(clinician(dora), ada, Map.of("session", session.session().toString())),
                409,
                "about-a-session-that-its-author-led");
        begins(clinician(dora), ada, Map.of("text", " ")).statusCode(400);
        lists(clinician(dora), ada.patient()).then().body("items", empty());
    }

    private void named(String note, StaffId supervisor) {
        await("the supervisor " + supervisor)
                .untilAsserted(() -> names(clinician(dora), note, Map.of("supervisor", supervisor.toString()))
                        .statusCode(200));
    }

    private void treatedBy(StaffId... team) {
        var members = java.util.Arrays.stream(team)
                .map(one -> new CareTeamChanged.Member(one, CareTeamChanged.Role.CLINICIAN))
                .toList();
        Broker.say(new CareTeamChanged(ada.patient(), ada.episode(), members, Instant.EPOCH));
        awaitMeasures(dora, 403);
    }

    private void openedInAnEmergency(StaffId helper) {
        var now = Instant.now();
        Broker.say(new BreakGlassOpened(
                ada.patient(), new BreakGlassId(Uuid7.next()), helper, now, now.plus(Duration.ofHours(1))));
        awaitMeasures(helper, 200);
    }

    private void awaitMeasures(StaffId who, int status) {
        await("what " + who + " may see")
                .until(() -> clinician(who)
                                .asks()
                                .get(API + "/patients/" + ada.patient() + "/measures")
                                .statusCode()
                        == status);
    }

    private static Person supervisor(StaffId staff) {
        return Person.at("supervisor").who(staff);
    }

    private static void refused(io.restassured.response.ValidatableResponse answer, int status, String slug) {
        answer.statusCode(status).body("type", endsWith("/problems/" + slug));
    }
}
