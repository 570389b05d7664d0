package org.stepwell.enrollment;

import static org.stepwell.enrollment.Intake.API;

import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.stepwell.contracts.code.AttendanceStatus;
import org.stepwell.contracts.code.Modality;
import org.stepwell.contracts.code.ReviewReason;
import org.stepwell.contracts.id.CertificationId;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.NoteId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.contracts.scheduling.SchedulingFact.AttendanceRecorded;
import org.stepwell.contracts.therapy.TherapyFact.CertificationSigned;
import org.stepwell.contracts.therapy.TherapyFact.NoteSigned;
import org.stepwell.contracts.therapy.TherapyFact.NoteStruck;
import org.stepwell.contracts.therapy.TherapyFact.PlanSigned;
import org.stepwell.contracts.therapy.TherapyFact.ReviewDue;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.MovedClock;
import org.stepwell.platform.testing.Person;

/** What is done at a clinic so that care is paid for, as words for tests. */
record Billing(Intake intake) {

    static LocalDate today() {
        return LocalDate.now(ZoneId.of("America/New_York"));
    }

    /** The contract of most payers: a day of three hours, approved in advance. */
    static Map<String, Object> h0015() {
        return Map.of(
                "procedureCode",
                "H0015",
                "revenueCode",
                "0906",
                "ruleSet",
                "hcpcs-h0015",
                "unit",
                "DAY",
                "authorized",
                true,
                "certified",
                false,
                "unitsLeftAlert",
                2,
                "daysLeftAlert",
                14);
    }

    static Map<String, Object> with(Map<String, Object> terms, String field, Object value) {
        var changed = new HashMap<>(terms);
        changed.put(field, value);
        return changed;
    }

    ValidatableResponse lists(String name, Map<String, Object> terms) {
        return intake.ada()
                .asks()
                .body(Map.of("name", name, "address", "PO Box 12, Riverside", "terms", terms))
                .post(API + "payers")
                .then();
    }

    String payer(Map<String, Object> terms) {
        return lists("Northside " + UUID.randomUUID(), terms)
                .statusCode(201)
                .extract()
                .path("id");
    }

    static Map<String, Object> card(String priority, String firstDay) {
        return Map.of("priority", priority, "plan", "Silver PPO", "memberNumber", "NHP-5550123", "firstDay", firstDay);
    }

    ValidatableResponse covers(PatientId patient, String payer, Map<String, Object> card) {
        return intake.ivy()
                .asks()
                .body(Map.of("payer", payer, "card", card))
                .post(API + "patients/" + patient + "/coverages")
                .then();
    }

    String covered(PatientId patient, String payer) {
        return covers(patient, payer, card("PRIMARY", "2026-01-01"))
                .statusCode(201)
                .extract()
                .path("id");
    }

    ValidatableResponse changes(String coverage, Map<String, Object> card) {
        return intake.ivy()
                .asks()
                .header("If-Match", "*")
                .body(card)
                .put(API + "coverages/" + coverage)
                .then();
    }

    static Map<String, Object> letter(int units, LocalDate from, LocalDate to) {
        return Map.of(
                "unit",
                "DAY",
                "units",
                units,
                "firstDay",
                from.toString(),
                "lastDay",
                to.toString(),
                "reference",
                "AUTH-7731");
    }

    ValidatableResponse approves(String coverage, Map<String, Object> letter) {
        return intake.ivy()
                .asks()
                .body(letter)
                .post(API + "coverages/" + coverage + "/authorizations")
                .then();
    }

    String approved(String coverage, int units, LocalDate from, LocalDate to) {
        return approves(coverage, letter(units, from, to))
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** What was entered by mistake, such as {@code coverages/…}, is taken back. */
    ValidatableResponse withdraws(String what, String because) {
        return intake.ivy()
                .asks()
                .body(Map.of("because", because))
                .post(API + what + "/withdrawal")
                .then();
    }

    ValidatableResponse authorization(String id) {
        return intake.ivy().asks().get(API + "authorizations/" + id).then().statusCode(200);
    }

    /** Scheduling says that somebody was in a session of three hours. */
    SessionId attends(PatientId patient, EpisodeId episode, LocalDate day) {
        var session = new SessionId(UUID.randomUUID());
        attended(patient, episode, session, 1, day, AttendanceStatus.PRESENT);
        return session;
    }

    void attended(
            PatientId patient,
            EpisodeId episode,
            SessionId session,
            int version,
            LocalDate day,
            AttendanceStatus status) {
        var start = day.atTime(18, 0).atZone(ZoneId.of("America/New_York")).toInstant();
        Broker.say(
                intake.clinic(),
                new AttendanceRecorded(
                        patient,
                        episode,
                        session,
                        version,
                        Modality.GROUP_THERAPY,
                        true,
                        day,
                        start,
                        start.plusSeconds(3 * 3_600),
                        status.attended() ? 180 : 0,
                        status,
                        List.of(Intake.CARL),
                        Instant.now()));
    }

    void noteSigned(PatientId patient, EpisodeId episode, SessionId session) {
        Broker.say(
                intake.clinic(),
                new NoteSigned(patient, episode, new NoteId(UUID.randomUUID()), session, Intake.CARL, Instant.now()));
    }

    void noteStruck(PatientId patient, EpisodeId episode, SessionId session) {
        Broker.say(
                intake.clinic(),
                new NoteStruck(patient, episode, new NoteId(UUID.randomUUID()), session, Intake.CARL, Instant.now()));
    }

    void certified(PatientId patient, EpisodeId episode, LocalDate from) {
        Broker.say(
                intake.clinic(),
                new CertificationSigned(
                        patient,
                        episode,
                        new CertificationId(UUID.randomUUID()),
                        from,
                        from.plusDays(60),
                        Intake.CARL,
                        MovedClock.now()));
    }

    void planSigned(PatientId patient, EpisodeId episode, int version, LocalDate reviewOn) {
        Broker.say(intake.clinic(), new PlanSigned(patient, episode, version, reviewOn, MovedClock.now()));
    }

    void reviewDue(PatientId patient, EpisodeId episode, ReviewReason reason, LocalDate dueOn) {
        Broker.say(intake.clinic(), new ReviewDue(patient, episode, reason, dueOn, MovedClock.now()));
    }

    void consentsToPayer(PatientId patient, String payer) {
        consentsToPayer(patient, payer, "PRESENCE", "DEMOGRAPHICS", "DIAGNOSIS", "ATTENDANCE", "BILLING");
    }

    void consentsToPayer(PatientId patient, String payer, String... categories) {
        var terms = Map.of(
                "discloser",
                "Riverside IOP",
                "description",
                "what my plan needs to pay",
                "recipients",
                List.of(Map.of("kind", "PAYER", "id", payer, "name", "Northside Health Plan")),
                "purposes",
                List.of("PAYMENT"),
                "categories",
                List.of(categories),
                "lastDay",
                "2099-06-30");
        intake.ivy()
                .asks()
                .body(Map.of("kind", "NAMED_DISCLOSURE", "terms", terms, "signature", ConsentsOfMaya.signature()))
                .post(API + "patients/" + patient + "/consents")
                .then()
                .statusCode(201);
    }

    ValidatableResponse lines(PatientId patient, LocalDate from, LocalDate to) {
        return intake.ivy()
                .asks()
                .get(API + "patients/" + patient + "/claim-lines?from=" + from + "&to=" + to)
                .then()
                .statusCode(200);
    }

    ValidatableResponse held(Person who, LocalDate from, LocalDate to, String more) {
        return who.asks()
                .get(API + "claim-lines/held?from=" + from + "&to=" + to + more)
                .then();
    }

    ValidatableResponse sends(Person who, String payer, LocalDate from, LocalDate to, boolean again) {
        return sends(who, payer, from, to, again, UUID.randomUUID());
    }

    ValidatableResponse sends(Person who, String payer, LocalDate from, LocalDate to, boolean again, UUID key) {
        return who.asks()
                .header("Idempotency-Key", key.toString())
                .body(Map.of("from", from.toString(), "to", to.toString(), "format", "CSV", "again", again))
                .post(API + "payers/" + payer + "/claims")
                .then();
    }

    ValidatableResponse tasks(PatientId patient) {
        return Person.of("supervisor", intake.clinic())
                .asks()
                .queryParam("patient", patient.toString())
                .get(API + "tasks")
                .then()
                .statusCode(200);
    }
}
