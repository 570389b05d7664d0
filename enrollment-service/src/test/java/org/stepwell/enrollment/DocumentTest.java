package org.stepwell.enrollment;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.stepwell.enrollment.Intake.API;
import static org.stepwell.enrollment.Intake.brings;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;

/** Papers in a patient's chart. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class DocumentTest {

    private static final int FIVE_MEBIBYTES = 5 << 20;

    private final Intake riverside = new Intake(Person.RIVERSIDE);
    private final Person paul = Person.at("privacy-officer");

    @Inject
    Sql sql;

    @BeforeEach
    void setUp() {
        riverside.setUp("Riverside");
    }

    @Test
    void aPaperIsFiledAndSavedAsItCame() {
        var patient = riverside.patient();
        var order = pdf("In the matter of M. L.");
        var document = riverside
                .ivy()
                .asks()
                .contentType("application/octet-stream")
                .header("X-File-Name", "order%20of%20M%C3%A4rz.pdf")
                .body(order)
                .post(API + "patients/" + patient + "/documents?kind=COURT_ORDER")
                .then()
                .statusCode(201)
                .body("type", equalTo("PDF"))
                .body("bytes", equalTo(order.length))
                .body("name", equalTo("order of März.pdf"))
                .extract()
                .<String>path("id");

        riverside
                .ivy()
                .asks()
                .get(API + "documents/" + document + "/pages")
                .then()
                .statusCode(401)
                .body("type", endsWith("/step-up-required"));
        var saved = riverside
                .ivy()
                .with("acr", "2")
                .asks()
                .get(API + "documents/" + document + "/pages")
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .header("Content-Disposition", "attachment; filename=\"court-order.pdf\"")
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "no-store")
                .extract()
                .asByteArray();

        assertThat(saved).isEqualTo(order);
        assertThat(lying(document)).doesNotContain("In the matter of").doesNotContain("PDF");
        await().untilAsserted(() -> paul.asks()
                .get(API + "patients/" + patient + "/accesses")
                .then()
                .body("items.operation", hasItem("PatientDocumentResource_file"))
                .body("items.operation", hasItem("DocumentResource_pages")));
    }

    @Test
    void whatItIsIsSeenFromItsBytes() {
        var patient = riverside.patient();

        brings(riverside.ivy(), patient, "OTHER", "<html>".getBytes(UTF_8))
                .statusCode(400)
                .body("type", endsWith("/document-is-pdf-or-image"));
        brings(riverside.ivy(), patient, "OTHER", new byte[0]).statusCode(400);
        brings(riverside.ivy(), patient, "RECIPE", pdf("")).statusCode(400);
        riverside
                .ivy()
                .asks()
                .contentType("image/png")
                .body(pdf(""))
                .post(API + "patients/" + patient + "/documents?kind=OTHER")
                .then()
                .statusCode(415);
        list(riverside.ivy(), patient).body("items.id", equalTo(List.of()));
    }

    @Test
    void patientsBringTheirOwnAndReadNobodyElses() {
        var patient = riverside.patient();
        var other = riverside.patient();
        var maya = Person.at("patient").who(patient);
        brings(maya, patient, "INSURANCE_CARD", pdf("card")).statusCode(201);
        var others = filed(other, "card");

        list(maya, patient).body("items.kind", contains("INSURANCE_CARD"));
        brings(maya, other, "INSURANCE_CARD", pdf("card")).statusCode(404);
        maya.asks().get(API + "documents/" + others + "/pages").then().statusCode(404);
        riverside
                .carl()
                .with("acr", "2")
                .asks()
                .get(API + "documents/" + others + "/pages")
                .then()
                .statusCode(403);
        Person.of("supervisor", Person.HARBOR)
                .with("acr", "2")
                .asks()
                .get(API + "documents/" + others + "/pages")
                .then()
                .statusCode(404);
    }

    @Test
    void onePersonTakesAPaperOutAndAnotherHasItDestroyed() {
        var patient = riverside.patient();
        var document = filed(patient, "the brother's");
        var url = API + "documents/" + document;
        var destroyed = Map.of("words", "Given back to him.");
        paul.asks().body(destroyed).post(url + "/erasure").then().statusCode(409);

        removed(document).statusCode(200).body("status", equalTo("REMOVED"));

        removed(document).statusCode(409).body("type", endsWith("/document-was-removed"));
        list(riverside.ivy(), patient)
                .body("items[0].removedBecause", equalTo("ANOTHER_PATIENTS"))
                .body("items[0].removalWords", nullValue());
        riverside.ivy().with("acr", "2").asks().get(url + "/pages").then().statusCode(409);
        paul.with("acr", "2").asks().get(url + "/pages").then().statusCode(200);
        paul.asks().get(url).then().body("removalWords", equalTo("It is her brother's."));

        riverside.ivy().asks().body(destroyed).post(url + "/erasure").then().statusCode(403);
        paul.asks()
                .body(destroyed)
                .post(url + "/erasure")
                .then()
                .statusCode(200)
                .body("status", equalTo("ERASED"));

        paul.with("acr", "2")
                .asks()
                .get(url + "/pages")
                .then()
                .statusCode(409)
                .body("type", endsWith("/document-was-erased"));
        assertThat(rows(document)).isZero();
        list(riverside.ivy(), patient).body("items.status", contains("ERASED"));
    }

    @Test
    void aPaperIsLargerThanAFormAndStillHasAnEnd() {
        var patient = riverside.patient();

        brings(riverside.ivy(), patient, "OTHER", pdf(FIVE_MEBIBYTES))
                .statusCode(201)
                .body("bytes", equalTo(FIVE_MEBIBYTES));
        brings(riverside.ivy(), patient, "OTHER", pdf(FIVE_MEBIBYTES + 1))
                .statusCode(413)
                .body("type", endsWith("/body-too-large"));
        riverside
                .ivy()
                .asks()
                .body(pdf(FIVE_MEBIBYTES))
                .post(API + "patients/" + patient + "/rights-requests")
                .then()
                .statusCode(413);
    }

    @Test
    void aChartHoldsTwoHundredPapers() {
        var patient = riverside.patient();
        var first = filed(patient, "first");
        for (int i = 1; i < 200; i++) {
            filed(patient, "one more");
        }

        brings(riverside.ivy(), patient, "OTHER", pdf("too many"))
                .statusCode(409)
                .body("type", endsWith("/chart-is-full"));

        removed(first).statusCode(200);
        paul.asks()
                .body(Map.of("words", "Given back."))
                .post(API + "documents/" + first + "/erasure")
                .then()
                .statusCode(200);
        filed(patient, "now there is room");
    }

    @Test
    void aPaperThatIsSentAgainIsFiledOnce() {
        var patient = riverside.patient();
        var key = UUID.randomUUID().toString();

        var first = again(key, patient, pdf("card")).statusCode(201).extract().<String>path("id");
        again(key, patient, pdf("card")).statusCode(201).body("id", equalTo(first));
        again(key, patient, pdf("another")).statusCode(422);

        list(riverside.ivy(), patient).body("items.id", contains(first));
    }

    @Test
    void aNameThatIsNotEncodedIsRefused() {
        riverside
                .ivy()
                .asks()
                .contentType("application/octet-stream")
                .header("X-File-Name", "100% card.pdf")
                .body(pdf("card"))
                .post(API + "patients/" + riverside.patient() + "/documents?kind=OTHER")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("X-File-Name"));
    }

    private ValidatableResponse again(String key, PatientId patient, byte[] file) {
        return riverside
                .ivy()
                .asks()
                .header("Idempotency-Key", key)
                .contentType("application/octet-stream")
                .body(file)
                .post(API + "patients/" + patient + "/documents?kind=INSURANCE_CARD")
                .then();
    }

    private String filed(PatientId patient, String said) {
        return brings(riverside.ivy(), patient, "OTHER", pdf(said))
                .statusCode(201)
                .extract()
                .path("id");
    }

    private ValidatableResponse removed(String document) {
        return riverside
                .ivy()
                .asks()
                .body(Map.of("reason", "ANOTHER_PATIENTS", "words", "It is her brother's."))
                .post(API + "documents/" + document + "/removal")
                .then();
    }

    private static ValidatableResponse list(Person who, PatientId patient) {
        return who.asks()
                .queryParam("limit", 200)
                .get(API + "patients/" + patient + "/documents")
                .then()
                .statusCode(200);
    }

    private static byte[] pdf(String said) {
        return ("%PDF-1.7\n" + said).getBytes(UTF_8);
    }

    private static byte[] pdf(int bytes) {
        return Arrays.copyOf(pdf("pages"), bytes);
    }

    /** The row as a dump shows it. */
    private String lying(String document) {
        return at(() -> sql.one(
                        "select pages from document_pages where document_id = ?",
                        row -> new String(row.getBytes(1), ISO_8859_1),
                        UUID.fromString(document))
                .orElseThrow());
    }

    private int rows(String document) {
        return at(() -> sql.one(
                        "select count(*) from document_pages where document_id = ?",
                        row -> row.getInt(1),
                        UUID.fromString(document))
                .orElseThrow());
    }

    private static <T> T at(java.util.concurrent.Callable<T> work) {
        return ClinicContext.in(
                new ClinicContext.Work(Person.RIVERSIDE, "service:test", null),
                () -> QuarkusTransaction.requiringNew().call(work));
    }
}
