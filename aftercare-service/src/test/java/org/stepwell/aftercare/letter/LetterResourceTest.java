package org.stepwell.aftercare.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.stepwell.aftercare.Problems.refused;
import static org.stepwell.aftercare.Scene.today;
import static org.stepwell.contracts.code.DataCategory.AFTERCARE;
import static org.stepwell.contracts.code.DataCategory.DEMOGRAPHICS;
import static org.stepwell.contracts.code.DataCategory.DISCHARGE_SUMMARY;
import static org.stepwell.contracts.code.DataCategory.MEDICATION;
import static org.stepwell.contracts.code.DataCategory.PRESENCE;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.stepwell.aftercare.Reached;
import org.stepwell.aftercare.Scene;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.consent.Notice;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.testing.Mailbox;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;

/** Letters as staff write, print and withdraw them. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class LetterResourceTest extends LettersOfMaya {

    @Inject
    Sql sql;

    @Test
    void aPrintedLetterSaysWhatIsAskedWithTheNoticeInItsOwnWords() throws IOException {
        var maya = mayaWhoConsents();
        maya.isHandedOver();
        consents(maya, PRESENCE, AFTERCARE, DEMOGRAPHICS, DISCHARGE_SUMMARY, MEDICATION);
        var step = therapyFor(maya);
        var form = form("PRINTED", "DEMOGRAPHICS", "DISCHARGE_SUMMARY", "MEDICATION");
        await().untilAsserted(() -> writes(maya, step, form).then().statusCode(201));
        String letter = maya.theClinician()
                .asks()
                .get(API + "/next-steps/" + step + "/letters")
                .then()
                .body("items", hasSize(1))
                .body("items[0].link", nullValue())
                .body("items[0].also", contains("DEMOGRAPHICS", "DISCHARGE_SUMMARY", "MEDICATION"))
                .extract()
                .path("items[0].id");

        var text = printed(maya, letter);

        assertThat(text)
                .contains("Riverside", "To Dr. <Ruth> Park, Harbor Counseling")
                .contains("Maya Lindqvist is a patient of ours. We refer them to you for weekly therapy")
                .contains("Born on April 12, 1991. Phone: +12125550150.")
                .contains("completed goals met. Recommended level of care: 1.", "Medication: buprenorphine.")
                .contains("Please answer by ")
                .contains(Notice.text().replaceAll("\\s+", " "));
        await().untilAsserted(
                        () -> assertThat(ledger(maya))
                                .singleElement()
                                .asString()
                                .contains("\"channel\":\"LETTER\"")
                                .contains(
                                        "\"categories\":[\"PRESENCE\",\"DEMOGRAPHICS\",\"MEDICATION\",\"DISCHARGE_SUMMARY\",\"AFTERCARE\"]"));
    }

    private static String printed(Scene maya, String letter) throws IOException {
        var file = maya.theClinician()
                .asks()
                .post(API + "/letters/" + letter + "/printed")
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .extract()
                .asByteArray();
        try (var document = Loader.loadPDF(file)) {
            assertThat(document.getPage(0).getResources().getFontNames())
                    .allSatisfy(name -> assertThat(document.getPage(0)
                                    .getResources()
                                    .getFont(name)
                                    .isEmbedded())
                            .isTrue());
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    @Test
    void nothingIsWrittenOrPrintedThatNoConsentOpens() {
        var maya = mayaWhoConsents();
        var step = therapyFor(maya);

        refused(writes(maya, step, form("PRINTED", "DEMOGRAPHICS")), 403, "no-consent-in-force");
        String letter = writes(maya, step, form("PRINTED")).path("id");
        Reached.revokes(maya.patient);
        refused(maya.theClinician().asks().post(API + "/letters/" + letter + "/printed"), 403, "no-consent-in-force");
        refused(writes(maya, therapyFor(maya), form("EMAIL")), 403, "no-consent-in-force");
        assertThat(Mailbox.of(mailbox)).isEmpty();
    }

    @Test
    void whatNobodyCanAnswerIsNotSent() {
        var maya = mayaWhoConsents();
        var step = therapyFor(maya);

        refused(writes(maya, step, with("answerBy", today().minusDays(1))), 409, "answered-in-time");
        refused(writes(maya, step, with("answerBy", today().plusDays(15))), 409, "answered-in-time");
        refused(writes(maya, step, with("receiver", Map.of("name", "Dr. Park"))), 409, "email-needs-address");
        refused(writes(maya, step, form("PRINTED", "MEDICATION")), 403, "no-consent-in-force");
        consents(maya, PRESENCE, AFTERCARE, MEDICATION);
        refused(writes(maya, step, form("PRINTED", "MEDICATION")), 409, "summary-is-signed");
        writes(maya, step, with("receiver", Map.of("name", " "))).then().statusCode(400);
        writes(maya, step, with("receiver", Map.of("name", "x", "email", "nobody")))
                .then()
                .statusCode(400);
        writes(maya, step, form("PRINTED", "MEDICATION", "MEDICATION")).then().statusCode(400);

        writes(maya, step, form("PRINTED")).then().statusCode(201);
        refused(writes(maya, step, form("PRINTED")), 409, "receiver-answers-one-letter");
        maya.theClinician()
                .asks()
                .post(API + "/next-steps/" + step + "/decline")
                .then()
                .statusCode(200);
        refused(writes(maya, step, form("PRINTED")), 409, "already-answered");
    }

    private Map<String, Object> with(String field, Object value) {
        var form = new HashMap<>(form("EMAIL"));
        form.put(field, value instanceof Map ? value : value.toString());
        return form;
    }

    @Test
    void aLetterWhoseDayIsOverMakesWayForAnother() {
        var maya = mayaWhoConsents();
        var step = therapyFor(maya);
        var first = linkOf(maya, step);
        Scene.itIsTheMorningOf(today().plusDays(6));
        Reached.theRegisterIsHeard();

        var second = linkOf(maya, step);

        comesIn(second).then().statusCode(200);
        isLikeNone(first);
    }

    @Test
    void whereNoMailServerHasTheMailboxSomebodyIsTold() {
        var maya = mayaWhoConsents();
        var step = therapyFor(maya);
        var form = with("receiver", Map.of("name", "Dr. Park", "email", Mailbox.thatIsNotThere()));

        String letter =
                writes(maya, step, form).then().statusCode(201).extract().path("id");

        await().untilAsserted(() -> maya.theClinician()
                .asks()
                .get(API + "/letters/" + letter)
                .then()
                .body("status", equalTo("UNDELIVERABLE")));
        maya.theClinician()
                .asks()
                .get(API + "/tasks?patient=" + maya.patient)
                .then()
                .body("items.kind", contains("referral-letter-did-not-leave"));
        assertThat(ledger(maya)).isEmpty();
    }

    @Test
    void aLetterThatNoConsentOpensWhenItLeavesIsStopped() {
        var maya = mayaWhoConsents();
        var step = therapyFor(maya);
        var letters = new ArrayList<String>();

        Mailbox.whileAway(() -> {
            letters.add(writes(maya, step, form("EMAIL"))
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id"));
            Reached.revokes(maya.patient);
        });

        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofSeconds(2))
                .untilAsserted(() -> {
                    Reached.theRegisterIsHeard();
                    maya.theClinician()
                            .asks()
                            .get(API + "/letters/" + letters.getFirst())
                            .then()
                            .body("status", equalTo("STOPPED"))
                            .body("stoppedBy", equalTo("no-consent-in-force"));
                });
        assertThat(Mailbox.of(mailbox)).isEmpty();
        assertThat(ledger(maya)).anyMatch(line -> line.contains("\"permitted\":false"));
    }

    @Test
    void aLetterOfAStepThatWasAnsweredMeanwhileDoesNotLeave() {
        var maya = mayaWhoConsents();
        var step = therapyFor(maya);
        var letters = new ArrayList<String>();

        Mailbox.whileAway(() -> {
            letters.add(writes(maya, step, form("EMAIL"))
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id"));
            maya.theClinician()
                    .asks()
                    .post(API + "/next-steps/" + step + "/decline")
                    .then()
                    .statusCode(200);
        });

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> maya.theClinician()
                        .asks()
                        .get(API + "/letters/" + letters.getFirst())
                        .then()
                        .body("status", equalTo("EXPIRED")));
        assertThat(Mailbox.of(mailbox)).isEmpty();
    }

    @Test
    void whoReceivesAndWhatIsSaidIsSealed() {
        var maya = mayaWhoConsents();
        linkOf(maya, therapyFor(maya));

        List<String> rows = ClinicContext.in(
                new ClinicContext.Work(Person.RIVERSIDE, "service:test", null),
                () -> QuarkusTransaction.requiringNew()
                        .call(() -> sql.list(
                                "select l::text from referral_letter l where patient_id = ?",
                                row -> row.getString(1),
                                maya.patient.value())));

        assertThat(rows).hasSize(1).noneMatch(row -> row.contains("Park") || row.contains("Lindqvist"));
    }

    @Test
    void thePatientAndOtherClinicsDoNotReachIt() {
        var maya = mayaWhoConsents();
        var step = therapyFor(maya);
        var location = writes(maya, step, form("PRINTED")).header("Location");

        maya.thePatient().asks().get(location).then().statusCode(403);
        Person.of("supervisor", Person.HARBOR).asks().get(location).then().statusCode(404);
        Person.at("clinician").asks().get(location).then().statusCode(403);
    }
}
