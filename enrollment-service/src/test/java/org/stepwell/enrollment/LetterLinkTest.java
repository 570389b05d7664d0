package org.stepwell.enrollment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.stepwell.enrollment.Billing.today;
import static org.stepwell.enrollment.Intake.API;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.consent.Notice;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.testing.AtOnce;
import org.stepwell.platform.testing.MovedClock;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;

/** What a link opens, as long as the consent does, and what everything else opens. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class LetterLinkTest extends LettersOfMaya {

    @Inject
    Sql sql;

    @Inject
    Spans spans;

    @AfterEach
    void now() {
        MovedClock.to(Instant.now());
    }

    @Test
    void aLinkOpensTheLetterWithTheNoticeEachTimeWithAnEntry() {
        var link = sent(form(tomas(consents())));

        opens(link)
                .then()
                .statusCode(200)
                .contentType("text/html;charset=UTF-8")
                .header("Cache-Control", "no-store")
                .header("Referrer-Policy", "no-referrer")
                .header("X-Robots-Tag", "noindex")
                .header("Content-Security-Policy", startsWith("default-src 'none'"))
                .body(containsString("is in our program since March 2, 2026. Level of care: 2.1."))
                .body(containsString("To Tomas &lt;Lindqvist&gt;, 12 Mill Street"))
                .body(containsString("for support; it opens presence, progress, attendance."))
                .body(containsString(Notice.text()));
        opens(link).then().statusCode(200);
        RestAssured.given().head(link).then().statusCode(405);

        await().untilAsserted(() -> ledger().body("items.channel", contains("SECURE_MESSAGE", "LINK", "LINK"))
                .body("items.categories.flatten().unique()", contains("PRESENCE", "PROGRESS"))
                .body("items.permitted", not(hasItem(false))));
    }

    @Test
    void thePatientReadsThatALetterWasOpened() {
        opens(sent(form(tomas(consents())))).then().statusCode(200);

        Person.at("patient")
                .who(maya)
                .asks()
                .get(API + "patients/" + maya + "/accesses")
                .then()
                .statusCode(200)
                .body("items.what", hasItem("Open a letter by its link"));
    }

    @Test
    void aLinkDiesWithTheRevocationLikeOneThatNeverWas() {
        var consent = consents();
        var link = sent(form(tomas(consent)));
        opens(link).then().statusCode(200);

        revokes(consent);

        isLikeNone(link);
        isLikeNone(link);
        await().untilAsserted(() -> ledger().body("items.findAll { !it.permitted }.channel", contains("LINK"))
                .body("items.findAll { !it.permitted }.refusal", contains("no-consent-in-force")));
        MovedClock.to(Instant.now().plus(Duration.ofDays(2)));
        isLikeNone(link);
        await().untilAsserted(() -> ledger().body("items.findAll { !it.permitted }.channel", contains("LINK", "LINK")));
    }

    @Test
    void aLinkThatDiedDoesNotComeAliveByAnotherConsent() {
        var consent = consents();
        var link = sent(form(tomas(consent)));
        revokes(consent);

        consentsAnew(tomas(consent), null);

        await().untilAsserted(() -> writes(form(tomas(consent))).statusCode(201));
        isLikeNone(link);
    }

    @Test
    void aLinkGoesOnOpeningWhereAnotherConsentStandsInThePlaceOfItsOwn() {
        var consent = consents();
        var link = sent(form(tomas(consent)));

        var other = consentsAnew(tomas(consent), consent.extract().path("id"));
        opens(link).then().statusCode(200);

        revokes(other);
        isLikeNone(link);
    }

    @Test
    void aLinkDiesWithTheLastDayOfTheConsent() {
        var link = sent(form(tomas(consents(today().plusDays(1).toString()))));
        opens(link).then().statusCode(200);

        MovedClock.to(Instant.now().plus(Duration.ofDays(3)));

        isLikeNone(link);
    }

    @Test
    void aLinkEndsAfterFourteenDays() {
        var link = sent(form(tomas(consents())));
        MovedClock.to(Instant.now().plus(Duration.ofDays(13)));
        opens(link).then().statusCode(200);

        MovedClock.to(Instant.now().plus(Duration.ofDays(15)));

        isLikeNone(link);
    }

    @Test
    void theLinkOfALetterThatIsWithdrawnOpensNothing() {
        var id = written(form(tomas(consents())));
        await().untilAsserted(() -> letter(id).body("status", equalTo("SENT")));
        var link = link(mail());

        riverside
                .ivy()
                .asks()
                .post(API + "letters/" + id + "/withdrawal")
                .then()
                .statusCode(200)
                .body("status", equalTo("WITHDRAWN"));

        isLikeNone(link);
    }

    @Test
    void whoOpensALetterWhileItIsWithdrawnIsAnsweredByTheWithdrawal() throws Exception {
        var link = sent(form(tomas(consents())));

        var opened = AtOnce.beforeItCommits(
                sql,
                () -> sql.update(
                        "update letter set status = 'WITHDRAWN', ended_at = now(), version = version + 1"
                                + " where clinic_id = platform.current_clinic() and patient_id = ?",
                        maya.value()),
                () -> opens(link).statusCode());

        assertThat(opened.waited()).isTrue();
        assertThat(opened.answer()).isEqualTo(404);
    }

    @Test
    void aSecretOpensNothingUnderThePathOfAnotherClinic() {
        var link = sent(form(tomas(consents())));

        isLikeNone(link.replace(Person.RIVERSIDE.toString(), Person.HARBOR.toString()));
        isLikeNone(link + "A");
        opens(link).then().statusCode(200);
    }

    @Test
    void whatIsSaidStaysWhatWasSent() {
        var link = sent(form(tomas(consents())));
        opens(link).then().statusCode(200);

        riverside
                .ada()
                .asks()
                .header("If-Match", "*")
                .body(java.util.Map.of("name", "Riverside West", "zone", "America/New_York", "weekStart", "MONDAY"))
                .put(API + "clinics/" + Person.RIVERSIDE);

        opens(link).then().statusCode(200).body(containsString("<h1>Riverside</h1>"));
    }

    @Test
    void theSecretStandsNowhere() {
        var logged = new Listening();
        Logger.getLogger("").addHandler(logged);
        var consent = consents();
        var link = sent(form(tomas(consent)));
        var secret = link.substring(link.lastIndexOf('/') + 1);
        opens(link).then().statusCode(200);
        RestAssured.given()
                .post(link)
                .then()
                .statusCode(405)
                .header("Allow", "GET, HEAD, OPTIONS")
                .body(not(containsString(secret)));
        revokes(consent);
        opens(link).then().statusCode(404).body(not(containsString(secret)));
        Logger.getLogger("").removeHandler(logged);

        assertThat(logged.lines).noneMatch(line -> line.contains(secret));
        assertThat(spans.ended).isNotEmpty().noneMatch(span -> span.contains(secret));
        assertThat(RestAssured.get(metrics()).then().statusCode(200).extract().asString())
                .contains("/links/{clinic}/letters/{secret")
                .doesNotContain(secret);
        assertThat(audited("LetterLinkResource_open")).isNotEmpty().noneMatch(row -> row.contains(secret));
        assertThat(audited("LetterLinkResource_open")).anyMatch(row -> row.contains(maya.toString()));
    }

    @Test
    void aLinkThatWasMadeUpLeavesNoRowHoweverOftenSomebodyTries() {
        var link = sent(form(tomas(consents())));
        opens(link).then().statusCode(200);
        int rows = audited("LetterLinkResource_open").size();

        isLikeNone(link.substring(0, link.lastIndexOf('/') + 1) + "B".repeat(43));

        assertThat(audited("LetterLinkResource_open")).hasSize(rows);
        assertThat(rows).isPositive();
    }

    /** As for a secret of the same form that nobody ever made. */
    private static void isLikeNone(String link) {
        var never = link.substring(0, link.lastIndexOf('/') + 1) + "A".repeat(43);
        var found = opens(link);
        var none = opens(never);

        assertThat(found.statusCode()).isEqualTo(404);
        assertThat(found.asString().replaceAll("[0-9a-f]{32}", "*"))
                .isEqualTo(none.asString().replaceAll("[0-9a-f]{32}", "*"));
    }

    private List<String> audited(String operation) {
        return ClinicContext.in(
                new ClinicContext.Work(Person.RIVERSIDE, "service:test", null),
                () -> QuarkusTransaction.requiringNew()
                        .call(() -> sql.list(
                                "select a::text from platform.audit a where operation = ?",
                                row -> row.getString(1),
                                operation)));
    }

    private static String metrics() {
        return "http://127.0.0.1:%d/q/metrics"
                .formatted(ConfigProvider.getConfig().getValue("quarkus.management.test-port", Integer.class));
    }

    /** What a receiver of traces would get. */
    @Singleton
    static class Spans implements SpanProcessor {

        private final Queue<String> ended = new ConcurrentLinkedQueue<>();

        @Override
        public void onStart(Context parent, ReadWriteSpan span) {}

        @Override
        public boolean isStartRequired() {
            return false;
        }

        @Override
        public void onEnd(ReadableSpan span) {
            ended.add(span.toSpanData().toString());
        }

        @Override
        public boolean isEndRequired() {
            return true;
        }
    }

    private static final class Listening extends Handler {

        private final Queue<String> lines = new ConcurrentLinkedQueue<>();
        private final PatternFormatter formatter = new PatternFormatter("%s%e");

        Listening() {
            setLevel(Level.ALL);
        }

        @Override
        public void publish(LogRecord one) {
            lines.add(formatter.format(ExtLogRecord.wrap(one)));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
