package org.stepwell.enrollment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.stepwell.enrollment.Billing.today;
import static org.stepwell.enrollment.Intake.API;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.stepwell.contracts.id.ConsentId;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.testing.Mailbox;
import org.stepwell.platform.testing.MovedClock;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;
import org.stepwell.platform.time.Due;

/** A letter waits until it may leave, leaves once, or does not leave and says why. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LetterTest extends LettersOfMaya {

    @Inject
    Due due;

    @AfterEach
    void now() {
        MovedClock.to(Instant.now());
    }

    @Test
    void aLetterLeavesAsAMailThatSaysNothing() {
        var id = written(form(tomas(consents())));

        var mail = mail();
        assertThat(mail.id()).endsWith("@localhost>").doesNotContain(id);
        assertThat(mail.from()).isEqualTo("no-reply@localhost");
        assertThat(mail.subject()).isEqualTo("A document waits for you");
        assertThat(mail.text()).doesNotContain("Riverside", "Maya", "Lindqvist", "Tomas", maya.toString(), id);
        await().untilAsserted(() -> letter(id).body("status", equalTo("SENT")));
        letter(id)
                .body("said.stay.since", equalTo("2026-03-02"))
                .body("said.stay.until", nullValue())
                .body("said.stay.level", equalTo("2.1"))
                .body("reader.email", equalTo(address))
                .body("endedAt", nullValue());
        await().untilAsserted(() -> ledger().body("items.channel", contains("SECURE_MESSAGE"))
                .body("items.permitted", contains(true))
                .body("items.recipientName", contains("Tomas <Lindqvist>")));
    }

    @Test
    void whatNoConsentOpensIsNotWritten() {
        var tomas = tomas(signed(toTomas(), null).statusCode(201)); // opens no PROGRESS

        await().untilAsserted(() -> writes(form(tomas)).statusCode(403).body("type", endsWith("/no-consent-in-force")));

        lists().body("items", empty());
        await().untilAsserted(() -> ledger().body("items.refusal", hasItem("no-consent-in-force")));
        ledger().body("items.permitted", not(hasItem(true)));
        assertThat(Mailbox.of(address)).isEmpty();
    }

    @Test
    void aQueuedLetterStopsWhereItsConsentIsRevokedMeanwhile() {
        var consent = consents();
        var id = written(queued(tomas(consent)));
        lists().body("items.status", contains("QUEUED"));

        revokes(consent);

        await().untilAsserted(() ->
                letter(id).body("status", equalTo("STOPPED")).body("stoppedBy", equalTo("no-consent-in-force")));
        MovedClock.to(Instant.now().plus(Duration.ofDays(3)));
        assertThat(Mailbox.of(address)).isEmpty();
        await().untilAsserted(() -> ledger().body("items.channel", contains("SECURE_MESSAGE"))
                .body("items.refusal", contains("no-consent-in-force")));
        tasks().body("items.kind", contains("letter-did-not-leave"));
    }

    @Test
    void aQueuedLetterWhoseConsentWasRevokedDoesNotLeaveByAnotherOne() {
        var consent = consents();
        var id = written(queued(tomas(consent)));
        revokes(consent);
        consentsAnew(tomas(consent), null);

        MovedClock.to(Instant.now().plus(Duration.ofDays(3)));

        letter(id).body("status", equalTo("STOPPED")).body("stoppedBy", equalTo("no-consent-in-force"));
        assertThat(Mailbox.of(address)).isEmpty();
    }

    @Test
    void aQueuedLetterLeavesByTheConsentThatStandsInThePlaceOfItsOwn() {
        var consent = consents();
        var id = written(queued(tomas(consent)));
        var second = consentsAnew(tomas(consent), consent.extract().path("id"));
        consentsAnew(tomas(consent), second.extract().path("id"));

        MovedClock.to(Instant.now().plus(Duration.ofDays(3)));

        await().untilAsserted(() -> letter(id).body("status", equalTo("SENT")));
        opens(link(mail())).then().statusCode(200);
    }

    @Test
    void aQueuedLetterDoesNotLeaveByAConsentThatIsOverThoughNobodyHasSaidSo() {
        var consent = consents(today().plusDays(1).toString());
        var id = written(queued(tomas(consent)));
        nobodySays(consent);

        MovedClock.to(Instant.now().plus(Duration.ofDays(3)));

        letter(id).body("status", equalTo("STOPPED")).body("stoppedBy", equalTo("no-consent-in-force"));
        assertThat(Mailbox.of(address)).isEmpty();
    }

    @Test
    void aQueuedLetterStopsOnTheDayOnWhichItsConsentEnds() {
        var form = queued(tomas(consents(today().plusDays(1).toString())));
        form.put("notBefore", Instant.now().plus(Duration.ofDays(9)).toString());
        var id = written(form);

        MovedClock.to(Instant.now().plus(Duration.ofDays(3)));

        await().untilAsserted(() -> letter(id).body("status", equalTo("STOPPED")));
        tasks().body("items.kind", contains("letter-did-not-leave"));
    }

    @Test
    void aLetterThatIsWithdrawnDoesNotLeave() {
        var id = written(queued(tomas(consents())));

        withdraws(id).statusCode(200).body("status", equalTo("WITHDRAWN"));
        MovedClock.to(Instant.now().plus(Duration.ofDays(3)));

        assertThat(Mailbox.of(address)).isEmpty();
        withdraws(id).statusCode(409).body("type", endsWith("/letter-is-over"));
    }

    @Test
    void aReportOfFridayIsPreparedOnWednesday() {
        var billing = new Billing(riverside);
        billing.attends(maya, episode, today().minusDays(1));
        billing.attends(maya, episode, today());
        var form = queued(tomas(consents()));
        form.putAll(
                attendance(today().minusDays(20).toString(), today().plusDays(1).toString()));
        var id = written(form);
        await().untilAsserted(() -> billing.lines(maya, today().minusDays(3), today())
                .body("items.day", contains(today().minusDays(1).toString(), today().toString())));

        MovedClock.to(Instant.now().plus(Duration.ofDays(3)));

        letter(id)
                .body("status", equalTo("SENT"))
                .body("said.attendance.weeks.days.sum()", equalTo(2))
                .body("said.attendance.weeks.minutes.sum()", equalTo(360))
                .body(
                        "said.attendance.weeks[0].firstDay",
                        equalTo(today().minusDays(20).toString()))
                .body("said.attendance.weeks[0].days", equalTo(0))
                .body("said.stay", nullValue());
        mail();
    }

    @Test
    void whereThereIsNoSuchMailboxNobodyWasTold() {
        address = Mailbox.thatIsNotThere();
        var id = written(form(tomas(consents())));

        await().untilAsserted(() ->
                letter(id).body("status", equalTo("UNDELIVERABLE")).body("said", nullValue()));

        tasks().body("items.kind", contains("letter-did-not-leave"));
        ledger().body("items", empty());
    }

    @Test
    @Order(Integer.MAX_VALUE) // the next mail would wait on the connection that broke
    void aMailServerThatWasAwayGetsTheLetterOnce() {
        var form = queued(tomas(consents()));
        var id = written(form);
        Mailbox.whileAway(() -> {
            MovedClock.to(Instant.now().plus(Duration.ofDays(3)));
            letter(id).body("status", equalTo("QUEUED")).body("sentAt", nullValue());
        });

        await().untilAsserted(() -> letter(id).body("status", equalTo("SENT")));

        opens(link(mail())).then().statusCode(200);
        await().untilAsserted(() -> ledger().body("items.channel", contains("SECURE_MESSAGE", "LINK")));
    }

    @Test
    void whatNobodyTakesForFourDaysIsGivenUp() {
        address = Mailbox.thatIsRefused();
        var id = written(queued(tomas(consents())));
        MovedClock.to(Instant.now().plus(Duration.ofDays(5)));
        letter(id).body("status", equalTo("QUEUED"));

        MovedClock.to(Instant.now().plus(Duration.ofDays(2).plusHours(97)));
        await().untilAsserted(() -> letter(id).body("status", equalTo("UNDELIVERABLE")));

        letter(id).body("said", nullValue());
        tasks().body("items.kind", contains("letter-did-not-leave"));
        ledger().body("items", empty());
    }

    @Test
    void whatCanNotBeWrittenSaysWhy() {
        var tomas = tomas(consents());
        refused(tomas, Map.of("firstDay", "2026-03-02"), 400, "days-of-attendance");
        refused(tomas, Map.of("kind", "ATTENDANCE"), 400, "days-of-attendance");
        refused(tomas, attendance("2026-03-09", "2026-03-02"), 400, "days-of-attendance");
        refused(tomas, attendance("2025-03-09", "2026-03-11"), 400, "days-of-attendance");
        refused(tomas, attendance("2026-03-02", today().plusDays(1).toString()), 400, "days-are-there-when-it-leaves");
        refused(
                tomas,
                Map.of("notBefore", Instant.now().plus(Duration.ofDays(91)).toString()),
                400,
                "queued-for-ninety-days");
        refused(
                tomas,
                Map.of("reader", Map.of("name", "Tomas", "email", "tomas@example.org, eve@example.org")),
                400,
                "invalid-request");
        refused(tomas, Map.of("reader", Map.of("name", "Tomas", "email", "")), 400, "invalid-request");
        maya = riverside.patient();
        var notIn = tomas(consents());
        await().untilAsserted(() -> refused(notIn, Map.of(), 409, "was-in-the-program"));
    }

    private void refused(String tomas, Map<String, Object> more, int status, String rule) {
        var form = form(tomas);
        form.putAll(more);
        writes(form).statusCode(status).body("type", endsWith("/" + rule));
    }

    @Test
    void whoeverComesInTomorrowMayHaveALetterThatGoesAlongWithTheirRecord() {
        maya = riverside.registered();
        var consent = consents();
        var id = written(queued(tomas(consent)));
        revokes(consent);
        var again = maya;
        maya = riverside.registered();

        Intake.merges(maya, again).statusCode(200);

        lists().body("items.id", contains(id)).body("items.reader.email", contains(address));
    }

    @Test
    void anotherClinicFindsNoLetter() {
        var id = written(queued(tomas(consents())));

        new Intake(Person.HARBOR).ivy().asks().get(API + "letters/" + id).then().statusCode(404);
        Person.at("patient").who(maya).asks().get(API + "letters/" + id).then().statusCode(403);
        riverside.ivy().asks().get(API + "letters/" + UUID.randomUUID()).then().statusCode(404);
    }

    /** As where the sweep that ends consents is late. */
    private void nobodySays(ValidatableResponse consent) {
        var id = new ConsentId(UUID.fromString(consent.extract().path("id")));
        ClinicContext.in(
                new ClinicContext.Work(Person.RIVERSIDE, "service:test", null),
                () -> QuarkusTransaction.requiringNew().call(() -> {
                    due.cancel("consent-ends", id);
                    return id;
                }));
    }

    private Map<String, Object> queued(String tomas) {
        var form = new HashMap<>(form(tomas));
        form.put("notBefore", Instant.now().plus(Duration.ofDays(2)).toString());
        return form;
    }

    private static Map<String, Object> attendance(String first, String last) {
        return Map.of("kind", "ATTENDANCE", "firstDay", first, "lastDay", last);
    }

    private ValidatableResponse lists() {
        return riverside
                .ivy()
                .asks()
                .get(API + "patients/" + maya + "/letters")
                .then()
                .statusCode(200);
    }

    private ValidatableResponse withdraws(String id) {
        return riverside
                .ivy()
                .asks()
                .post(API + "letters/" + id + "/withdrawal")
                .then();
    }

    private ValidatableResponse tasks() {
        return Person.at("supervisor")
                .asks()
                .queryParam("kind", "letter-did-not-leave")
                .queryParam("patient", maya.toString())
                .get(API + "tasks")
                .then()
                .statusCode(200);
    }
}
