package org.stepwell.enrollment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.stepwell.enrollment.Intake.API;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.ProgramId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.contracts.scheduling.SchedulingState.PlacesChanged;
import org.stepwell.enrollment.account.Guests;
import org.stepwell.enrollment.account.PartnerKeys;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.Records;

/** One record of each kind that the operations of the service are about, of one patient. */
final class RecordsOfMaya {

    private final Intake riverside = new Intake(Person.RIVERSIDE);

    Records made() {
        riverside.setUp("Riverside");
        new Intake(Person.HARBOR).setUp("Harbor");
        var patient = riverside.patient();
        Intake.merges(patient, riverside.registered()).statusCode(200);
        var program = riverside.program();
        var waiting = riverside.waiting(patient, program);
        var ids = new HashMap<String, String>();
        ids.put("clinic", Person.RIVERSIDE.toString());
        ids.put("program", program);
        ids.put("track", "evening");
        ids.put("episode", waiting.toString());
        ids.put("offer", offer(program, waiting));
        // a time of no patients, so that reports on it find their rows by an index or not at all
        ids.put("from", "2024-01-01");
        ids.put("to", "2024-03-31");
        ids.put("X-Family-Name", "Lindq");
        ids.putAll(chart(patient));
        ids.putAll(partner());
        ids.putAll(payment(patient, waiting));
        ids.putAll(people(patient));
        ids.putAll(somebodyElseInCare());
        Disclosed.refused(patient);
        var waits = Instant.now().plus(Duration.ofDays(60)); // somebody else may read it in the meantime
        ids.put("letter", letter(patient, "tomas@example.org", waits));
        return new Records(patient, new StaffId(UUID.randomUUID()), ids);
    }

    private String offer(String program, EpisodeId waiting) {
        Broker.say(new PlacesChanged(
                ProgramId.fromString(program), "evening", LocalDate.of(2026, 3, 2), 9, Instant.EPOCH));
        var offer = new AtomicReference<String>();
        await().untilAsserted(() -> offer.set(made(riverside.ivy(), "episodes/" + waiting + "/offers", Map.of())));
        return offer.get();
    }

    /** What stands in the patient's record. */
    private Map<String, String> chart(PatientId patient) {
        return Map.of(
                "screening",
                riverside.screened(patient, "NO_TRANSPORT"),
                "finding",
                riverside.finding(patient, "NO_TRANSPORT"),
                "measure",
                riverside
                        .measured(patient, "PHQ-9", 1, 1, 1, 1, 1, 1, 1, 1, 0)
                        .statusCode(201)
                        .extract()
                        .path("id"),
                "diagnosis",
                made(riverside.carl(), "patients/" + patient + "/diagnoses", Map.of("code", "F33.1")),
                "consent",
                riverside.consented(patient),
                "glass",
                made(
                        riverside.carl().with("acr", "2"),
                        "patients/" + patient + "/break-glass",
                        Map.of("nature", "Found unresponsive in the waiting room")),
                "kind",
                "OUTSIDE_RECORD",
                "document",
                Intake.brings(riverside.ivy(), patient, "COURT_ORDER", "%PDF-1.7".getBytes(UTF_8))
                        .statusCode(201)
                        .extract()
                        .path("id"),
                "request",
                made(riverside.ivy(), "patients/" + patient + "/rights-requests", asked()));
    }

    /** Whom the same clinician treats, who was admitted in spite of a finding, and of whom the state wants to know more. */
    private Map<String, String> somebodyElseInCare() {
        var other = riverside.patient();
        riverside.screened(other, "NO_TRANSPORT");
        riverside.consented(other);
        var finding = riverside.finding(other, "NO_TRANSPORT");
        riverside
                .ivy()
                .asks()
                .body(Map.of("reason", "A neighbour drives, every day and both ways."))
                .post(API + "findings/" + finding + "/override")
                .then()
                .statusCode(200);
        var stay = riverside.waiting(other, riverside.program());
        riverside.admit(stay).statusCode(200);
        return Map.of("otherPatient", other.toString(), "otherFinding", finding, "stay", stay.toString());
    }

    /** One to somebody for whom the patient consents. */
    String letter(PatientId patient, String address, Instant notBefore) {
        var ivy = riverside.ivy();
        var terms = new HashMap<>(ConsentsOfMaya.toTomas());
        terms.put("categories", List.of("PRESENCE", "PROGRESS"));
        var signed = Map.of("kind", "NAMED_DISCLOSURE", "terms", terms, "signature", ConsentsOfMaya.signature());
        var consent = made(ivy, "patients/" + patient + "/consents", signed);
        String tomas = ivy.asks().get(API + "consents/" + consent).path("terms.recipients[0].id");
        var form = Map.of(
                "kind",
                "ENROLLMENT",
                "recipient",
                Map.of("kind", "SUPPORT_PERSON", "id", tomas),
                "purpose",
                "SUPPORT",
                "reader",
                Map.of("name", "Tomas Lindqvist", "email", address),
                "notBefore",
                notBefore.toString());
        var letter = new AtomicReference<String>();
        await().untilAsserted(() -> letter.set(made(ivy, "patients/" + patient + "/letters", form)));
        return letter.get();
    }

    private Map<String, String> partner() {
        var house = House.agreed(riverside, "HOSPITAL");
        var path = "partners/" + house.partner();
        return Map.of(
                "partner",
                house.partner(),
                "agreement",
                made(riverside.ada(), path + "/agreements", House.agreement("2020-01-01", "2099-12-31", "REFER")),
                "system",
                made(riverside.ada(), path + "/accounts", Map.of("publicKey", PartnerKeys.curve())),
                "referral",
                house.sends());
    }

    private Map<String, String> payment(PatientId patient, EpisodeId waiting) {
        var billing = new Billing(riverside);
        var payer = billing.payer(Billing.h0015());
        var coverage = billing.covered(patient, payer);
        var authorization = billing.approved(
                coverage, 20, Billing.today().minusDays(5), Billing.today().plusDays(60));
        // a day in the time that is asked for, so that a line is shown
        billing.covers(patient, payer, Billing.card("SECONDARY", "2024-01-01")).statusCode(201);
        billing.attends(patient, waiting, LocalDate.of(2024, 2, 1));
        billing.certified(patient, waiting, Billing.today());
        billing.noteSigned(patient, waiting, billing.attends(patient, waiting, Billing.today()));
        await().untilAsserted(() -> billing.authorization(authorization).body("burnDown.used", equalTo(1)));
        return Map.of("payer", payer, "coverage", coverage, "authorization", authorization);
    }

    private Map<String, String> people(PatientId patient) {
        return Map.of(
                "staff",
                Intake.CARL.toString(),
                "inquiry",
                made(riverside.ivy(), "inquiries", inquiry()),
                "authority",
                made(Person.at("privacy-officer"), "authorities", agreement()),
                "invitation",
                made(riverside.ivy(), "invitations", Map.of("patient", patient, "roles", List.of("PATIENT"))),
                "account",
                Guests.account(riverside.ada(), "AUDITOR"));
    }

    private static Map<String, Object> inquiry() {
        return Map.of(
                "channel",
                "PHONE",
                "source",
                "SELF",
                "caller",
                Map.of("mayLeaveMessage", false, "said", "Asked for evening groups"));
    }

    private static Map<String, Object> asked() {
        return Map.of("right", "AMENDMENT", "words", "I did not drink that day");
    }

    private static Map<String, Object> agreement() {
        return Map.of(
                "kind", "QUALIFIED_SERVICE_ORGANIZATION",
                "party", "Northside Laboratory",
                "reference", "QSOA 2026-14",
                "firstDay", "2026-01-01",
                "terms", Map.of("categories", List.of("BILLING"), "boundByPart2", true, "resistsInProceedings", true));
    }

    private static String made(Person who, String where, Map<String, ?> what) {
        return who.asks()
                .body(what)
                .post(API + where)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
