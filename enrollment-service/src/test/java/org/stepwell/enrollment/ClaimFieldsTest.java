package org.stepwell.enrollment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.stepwell.enrollment.Billing.h0015;
import static org.stepwell.enrollment.Billing.today;
import static org.stepwell.enrollment.Billing.with;
import static org.stepwell.enrollment.Intake.API;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.id.ClinicId;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;

/** What a payer needs on a claim stands in each line that leaves, or the line waits and says what is missing. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class ClaimFieldsTest {

    private final Billing mill = new Billing(new Intake(new ClinicId(UUID.randomUUID())));
    private final Map<String, Object> described = Intake.maya();
    private PatientId maya = new PatientId(new UUID(0, 0));
    private EpisodeId episode = new EpisodeId(new UUID(0, 0));

    @BeforeEach
    void setUp() {
        mill.intake().setUp("Mill Road");
        maya = mill.intake().patient(described);
        episode = mill.intake().admitted(maya);
    }

    @Test
    void aLineNamesThePatientTheirAdmissionTheDiagnosesAndTheContractsModifier() {
        mill.intake().diagnosed(maya, "F33.1").statusCode(201);
        mill.intake().diagnosed(maya, "F17.210").statusCode(201);
        var payer = mill.payer(psychiatric());
        noteSigned(attendsUnder(payer));
        mill.consentsToPayer(maya, payer);

        var line = leaves(payer);

        assertThat(line)
                .containsEntry("PATIENT", maya.toString())
                .containsEntry("FAMILY_NAME", String.valueOf(described.get("familyName")))
                .containsEntry("GIVEN_NAME", String.valueOf(described.get("givenName")))
                .containsEntry("BIRTH_DATE", String.valueOf(described.get("birthDate")))
                .containsEntry("ADMITTED", "2026-03-02")
                .containsEntry("MEMBER", "NHP-5550123")
                .containsEntry("SUBSCRIBER_FAMILY_NAME", String.valueOf(described.get("familyName")))
                .containsEntry("SUBSCRIBER_BIRTH_DATE", String.valueOf(described.get("birthDate")))
                .containsEntry("SUBSCRIBER_RELATIONSHIP", "SELF")
                .containsEntry("DIAGNOSES", "F10.20 F33.1")
                .containsEntry("PROCEDURE", "S9480")
                .containsEntry("MODIFIER", "HH")
                .containsEntry("REVENUE", "0905")
                .containsEntry("CONDITION", "")
                .containsEntry("UNIT", "DAY")
                .containsEntry("UNITS", "1");
    }

    @Test
    void aLineSaysWhoseThePolicyIsWhereItIsNotThePatients() {
        var payer = mill.payer(psychiatric());
        var session = mill.attends(maya, episode, today().minusDays(1));
        var father = Map.<String, Object>of(
                "givenName", "Tomas", "familyName", "Lindqvist", "birthDate", "1962-09-30", "relationship", "CHILD");
        var card = Billing.card("PRIMARY", "2026-01-01");
        mill.covers(maya, payer, with(card, "subscriber", with(father, "birthDate", "2026-01-01")))
                .statusCode(400)
                .body("type", endsWith("/subscriber-was-born-before"))
                .body("errors.pointer", contains("/card/subscriber/birthDate"));
        String coverage = mill.covers(maya, payer, with(card, "subscriber", father))
                .statusCode(201)
                .body("subscriber.relationship", equalTo("CHILD"))
                .extract()
                .path("id");
        mill.approved(coverage, 20, today().minusDays(6), today().plusDays(60));
        noteSigned(session);
        mill.consentsToPayer(maya, payer);

        assertThat(leaves(payer))
                .containsEntry("FAMILY_NAME", String.valueOf(described.get("familyName")))
                .containsEntry("SUBSCRIBER_FAMILY_NAME", "Lindqvist")
                .containsEntry("SUBSCRIBER_GIVEN_NAME", "Tomas")
                .containsEntry("SUBSCRIBER_BIRTH_DATE", "1962-09-30")
                .containsEntry("SUBSCRIBER_RELATIONSHIP", "CHILD");
        mill.changes(coverage, card).statusCode(200).body("subscriber", nullValue());
    }

    @Test
    void medicareIsBilledWithConditionCode92AndNoModifierUnlessTheContractHasOne() {
        var terms = with(with(with(h0015(), "ruleSet", "medicare-iop"), "certified", true), "conditionCode", "92");
        var payer = mill.payer(with(with(terms, "procedureCode", "90853"), "revenueCode", "0905"));
        noteSigned(attendsUnder(payer));
        mill.certified(maya, episode, today().minusDays(3));
        mill.consentsToPayer(maya, payer);

        assertThat(leaves(payer))
                .containsEntry("PROCEDURE", "90853")
                .containsEntry("CONDITION", "92")
                .containsEntry("MODIFIER", "")
                .containsEntry("DIAGNOSES", "F10.20");
    }

    @Test
    void anUnsignedNoteHoldsTheLineAndNothingLeaves() {
        var payer = mill.payer(psychiatric());
        var session = attendsUnder(payer);
        mill.consentsToPayer(maya, payer);
        await().untilAsserted(() -> lines().body("items.holds", contains(contains("NOTE_UNSIGNED"))));

        sends(payer).header("X-Lines", "0").header("X-Held", "1");
        noteSigned(session);

        assertThat(leaves(payer)).containsEntry("PROCEDURE", "S9480");
    }

    @Test
    void whoOpensAllButTheDiagnosisIsNotBilledAndTheReasonSaysSo() {
        var payer = mill.payer(h0015());
        noteSigned(attendsUnder(payer));
        mill.consentsToPayer(maya, payer, "PRESENCE", "DEMOGRAPHICS", "ATTENDANCE", "BILLING");

        await().untilAsserted(
                        () -> lines().body("items.holds", contains(contains("DIAGNOSIS_NOT_OPENED")))
                                .body(
                                        "held",
                                        hasItem(
                                                "The patient's consents open all of this to the payer but the diagnosis, which a claim says.")));
        sends(payer).header("X-Lines", "0").header("X-Held", "1");
        mill.consentsToPayer(maya, payer);

        assertThat(leaves(payer)).containsEntry("DIAGNOSES", "F10.20");
        await().untilAsserted(() -> Person.of("privacy-officer", mill.intake().clinic())
                .asks()
                .get(API + "patients/" + maya + "/disclosures")
                .then()
                .body("items[0].categories", hasItem("DIAGNOSIS")));
    }

    @Test
    void whatWasSentKeepsTheDiagnosisAndTheModifierOfThen() {
        var payer = mill.payer(psychiatric());
        noteSigned(attendsUnder(payer));
        mill.consentsToPayer(maya, payer);
        leaves(payer);
        mill.intake().diagnosed(maya, "F33.1").statusCode(201);
        mill.intake()
                .ada()
                .asks()
                .header("If-Match", "*")
                .body(Map.of("name", "Northside " + payer, "terms", with(psychiatric(), "modifier", "TG")))
                .put(API + "payers/" + payer)
                .then()
                .statusCode(200)
                .body("terms.modifier", equalTo("TG"));

        var again = mill.sends(biller(), payer, today().minusDays(6), today(), true)
                .header("X-Lines", "1")
                .extract()
                .asString();

        assertThat(byColumn(again)).containsEntry("DIAGNOSES", "F10.20").containsEntry("MODIFIER", "HH");
    }

    @Test
    void whatWasEnteredWronglyIsOnNoClaimAndHoldsTheOneThatItWasSentWith() {
        String opioids = mill.intake()
                .diagnosed(maya, "F11.20")
                .statusCode(201)
                .extract()
                .path("id");
        String moods =
                mill.intake().diagnosed(maya, "F33.1").statusCode(201).extract().path("id");
        var payer = mill.payer(psychiatric());
        noteSigned(attendsUnder(payer));
        mill.consentsToPayer(maya, payer);
        mill.intake().endsDiagnosis(opioids, "ENTERED_WRONGLY").body("endedBecause", equalTo("ENTERED_WRONGLY"));
        assertThat(leaves(payer)).containsEntry("DIAGNOSES", "F10.20 F33.1");

        mill.intake().endsDiagnosis(moods, "ENTERED_WRONGLY");

        lines().body("items.holds", contains(contains("CHANGED_SINCE_SENT")));
        var corrected = Map.<String, Object>of("day", today().minusDays(1).toString(), "units", 1);
        corrects(corrected).statusCode(200).body("diagnoses", contains("F10.20", "F33.1"));
        lines().body("items.holds", contains(contains("CHANGED_SINCE_SENT")));
        corrects(with(corrected, "diagnoses", List.of("E11.9")))
                .statusCode(400)
                .body("errors.pointer", contains("/diagnoses/0"));
        corrects(with(corrected, "diagnoses", List.of("F10.20"))).statusCode(200);
        lines().body("items.status", contains("SENT")).body("items.billed.diagnoses", contains(contains("F10.20")));
    }

    private ValidatableResponse corrects(Map<String, Object> form) {
        String coverage = lines().extract().path("items[0].billed.coverage");
        return mill.intake()
                .ivy()
                .asks()
                .body(form)
                .post(API + "coverages/" + coverage + "/claim-corrections")
                .then();
    }

    @Test
    void aModifierHasTwoCharacters() {
        mill.lists("Northside " + UUID.randomUUID(), with(h0015(), "modifier", "HFX"))
                .statusCode(400)
                .body("errors.pointer", contains("/terms/modifier"));
    }

    private static Map<String, Object> psychiatric() {
        return with(with(with(h0015(), "procedureCode", "S9480"), "revenueCode", "0905"), "modifier", "HH");
    }

    private SessionId attendsUnder(String payer) {
        var session = mill.attends(maya, episode, today().minusDays(1));
        mill.approved(mill.covered(maya, payer), 20, today().minusDays(6), today().plusDays(60));
        return session;
    }

    private void noteSigned(SessionId session) {
        mill.noteSigned(maya, episode, session);
    }

    private ValidatableResponse sends(String payer) {
        return mill.sends(biller(), payer, today().minusDays(6), today(), false).statusCode(200);
    }

    /** The one line that is ready, by its columns. */
    private Map<String, String> leaves(String payer) {
        await().untilAsserted(() -> lines().body("items.status", contains("READY")));
        return byColumn(sends(payer).header("X-Lines", "1").extract().asString());
    }

    private static Map<String, String> byColumn(String csv) {
        var lines = List.of(csv.split("\r\n"));
        var columns = lines.getFirst().split(",", -1);
        var values = lines.get(1).split(",", columns.length);
        var found = new HashMap<String, String>();
        for (int i = 0; i < columns.length; i++) {
            found.put(columns[i], values[i]);
        }
        return found;
    }

    private Person biller() {
        return mill.intake().ivy().with("acr", "2");
    }

    private ValidatableResponse lines() {
        return mill.lines(maya, today().minusDays(6), today());
    }
}
