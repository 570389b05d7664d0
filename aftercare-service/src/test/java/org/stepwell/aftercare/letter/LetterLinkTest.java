package org.stepwell.aftercare.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.stepwell.aftercare.Scene.today;
import static org.stepwell.contracts.code.DataCategory.AFTERCARE;
import static org.stepwell.contracts.code.DataCategory.PRESENCE;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.stepwell.aftercare.Reached;
import org.stepwell.aftercare.Scene;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.consent.Notice;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.testing.Mailbox;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;

/** What a receiver sees and answers by a link, as long as the patient's consent opens it. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class LetterLinkTest extends LettersOfMaya {

    @Inject
    Sql sql;

    @Test
    void aReceiverComesInByMailSeesWhoAsksThenWhatAndAcceptsOnADayOfTheirs() {
        var maya = mayaWhoConsents();
        var step = therapyFor(maya);
        var written = writes(maya, step, form("EMAIL"));
        written.then().statusCode(201).body("link", nullValue());
        var link = mailedLink(maya, written);

        assertThat(Mailbox.of(mailbox))
                .singleElement()
                .satisfies(mail -> assertThat(mail.from() + mail.subject() + mail.text())
                        .doesNotContainIgnoringCase("maya")
                        .doesNotContainIgnoringCase("riverside")
                        .doesNotContainIgnoringCase("therapy"));
        comesIn(link)
                .then()
                .statusCode(200)
                .contentType("text/html;charset=UTF-8")
                .header("Cache-Control", "no-store")
                .header("X-Robots-Tag", "noindex")
                .header("Content-Security-Policy", startsWith("default-src 'none'"))
                .body(containsString("Riverside would like to refer somebody to you"))
                .body(not(containsString("Maya")))
                .body(not(containsString("therapy")));
        opens(link)
                .then()
                .statusCode(200)
                .body(containsString("Maya Lindqvist is a patient of ours. We refer them to you for weekly therapy"))
                .body(containsString("To Dr. &lt;Ruth&gt; Park, Harbor Counseling"))
                .body(not(containsString("1991")))
                .body(containsString(Notice.text()));
        accepts(link, today().plusDays(9)).then().statusCode(200).body(containsString("Riverside has your answer"));

        maya.awaitSaid(
                "next-step-changed.v1",
                step,
                "ACCEPTED",
                "RECEIVER",
                today().plusDays(9).toString());
        maya.theClinician()
                .asks()
                .get(API + "/next-steps/" + step)
                .then()
                .body("status", equalTo("ACCEPTED"))
                .body("date", equalTo(today().plusDays(9).toString()))
                .body("by", equalTo("RECEIVER"))
                .body("onBehalf", equalTo(false));
        maya.theClinician()
                .asks()
                .get(written.header("Location"))
                .then()
                .body("status", equalTo("ANSWERED"))
                .body("openedAt", notNullValue());
        isLikeNone(link);
    }

    @Test
    void eachShowingStandsInTheLedgerAndComingInDoesNot() {
        var maya = mayaWhoConsents();
        var link = linkOf(maya, therapyFor(maya));

        comesIn(link).then().statusCode(200);
        opens(link).then().statusCode(200);
        opens(link).then().statusCode(200);

        await().untilAsserted(() -> assertThat(ledger(maya))
                .hasSize(2)
                .allSatisfy(line -> assertThat(line)
                        .contains(
                                "\"channel\":\"LINK\"",
                                "\"permitted\":true",
                                "\"categories\":[\"PRESENCE\",\"AFTERCARE\"]")
                        .contains("\"notice\":\"" + Notice.VERSION)));
        assertThat(maya.said()).noneMatch(line -> line.contains("Lindqvist") || line.contains("Park"));
    }

    @Test
    void aReceiverDeclinesWithAReasonAndTheLinkIsUsed() {
        var maya = mayaWhoConsents();
        var step = step(maya, "PEER_SUPPORT");
        var link = linkOf(maya, step);

        declines(link, "NO_PLACE").then().statusCode(200);

        maya.awaitSaid("next-step-changed.v1", step, "DECLINED", "RECEIVER");
        maya.theClinician().asks().get(API + "/next-steps/" + step).then().body("declinedBecause", equalTo("NO_PLACE"));
        isLikeNone(link);
    }

    @Test
    void aRevokedConsentTurnsTheLinkOffAtOnceAndAnotherDoesNotTurnItOnAgain() {
        var maya = mayaWhoConsents();
        var step = therapyFor(maya);
        var link = linkOf(maya, step);
        opens(link).then().statusCode(200);

        Reached.revokes(maya.patient);

        isLikeNone(link);
        await().untilAsserted(() -> assertThat(ledger(maya))
                .filteredOn(line -> line.contains("\"permitted\":false"))
                .singleElement()
                .asString()
                .contains("no-consent-in-force", "LINK"));
        consents(maya, PRESENCE, AFTERCARE);
        isLikeNone(link);
        maya.theClinician().asks().get(API + "/next-steps/" + step).then().body("status", equalTo("PROPOSED"));
    }

    @Test
    void aLinkThatIsOverTakenBackOrOfAStepAnsweredOtherwiseIsLikeNone() {
        var maya = mayaWhoConsents();
        var withdrawn = therapyFor(maya);
        var written = writes(maya, withdrawn, form("PRINTED"));
        var answered = therapyFor(maya);
        var ofAnswered = linkOf(maya, answered);
        var over = linkOf(maya, step(maya, "WORK"));
        String takenBack = written.path("link").toString().replace("https://documents.example", "");

        maya.theClinician()
                .asks()
                .post(written.header("Location") + "/withdrawal")
                .then()
                .statusCode(200)
                .body("status", equalTo("WITHDRAWN"));
        maya.theClinician()
                .asks()
                .post(API + "/next-steps/" + answered + "/acceptance")
                .then()
                .statusCode(200);

        isLikeNone(takenBack);
        isLikeNone(ofAnswered);
        isLikeNone(takenBack.replace(Person.RIVERSIDE.toString(), Person.HARBOR.toString()));
        comesIn(over).then().statusCode(200);
        Scene.itIsTheMorningOf(today().plusDays(6));
        Reached.theRegisterIsHeard();
        isLikeNone(over);
    }

    @Test
    void theSecretStandsInNoAnswerToOthersAndInNoRow() {
        var maya = mayaWhoConsents();
        var link = linkOf(maya, therapyFor(maya));
        var secret = link.substring(link.lastIndexOf('/') + 1);
        opens(link).then().statusCode(200);
        RestAssured.given().post(link).then().statusCode(405).body(not(containsString(secret)));
        Reached.revokes(maya.patient);
        opens(link).then().statusCode(404).body(not(containsString(secret)));

        var audited = rows("select a::text from platform.audit a where operation like 'LetterLinkResource%'");
        assertThat(audited).isNotEmpty().noneMatch(row -> row.contains(secret));
        assertThat(rows("select l::text from platform.secret_link l"))
                .isNotEmpty()
                .noneMatch(row -> row.contains(secret));
        assertThat(rows("select l::text from referral_letter l")).isNotEmpty().noneMatch(row -> row.contains(secret));
    }

    private List<String> rows(String statement) {
        return ClinicContext.in(
                new ClinicContext.Work(Person.RIVERSIDE, "service:test", null),
                () -> QuarkusTransaction.requiringNew().call(() -> sql.list(statement, row -> row.getString(1))));
    }

    @Test
    void ofTwoAnswersAtOnceOneCounts() {
        var maya = mayaWhoConsents();
        var step = therapyFor(maya);
        var link = linkOf(maya, step);

        var yes = CompletableFuture.supplyAsync(
                () -> accepts(link, today().plusDays(3)).statusCode());
        var no = CompletableFuture.supplyAsync(() -> declines(link, "TOO_FAR").statusCode());

        assertThat(yes.join() + no.join()).isEqualTo(200 + 404);
        Scene.awaitNothingUnsaid();
        assertThat(maya.said("next-step-changed.v1")).hasSize(2);
    }

    @Test
    void anAnswerThatCanNotBeIsRefusedAndTheLinkStays() {
        var maya = mayaWhoConsents();
        var link = linkOf(maya, therapyFor(maya));

        for (var day : List.of(today().minusDays(1), today().plusYears(1), "soon", "")) {
            asksForAnotherDay(accepts(link, day));
        }
        asksForAnotherDay(RestAssured.given().formParam("nothing", "1").post(link + "/acceptance"));
        invalid(declines(link, "BAD_WEATHER"));
        invalid(RestAssured.given().formParam("nothing", "1").post(link + "/decline"));

        opens(link).then().statusCode(200).body(containsString(limits()));
        accepts(link, today()).then().statusCode(200);
    }

    /** A page for people: from when to when, a form to answer again, and nothing of who is referred. */
    private static void asksForAnotherDay(Response answer) {
        answer.then()
                .statusCode(400)
                .contentType("text/html;charset=UTF-8")
                .body(containsString("please choose a day from "))
                .body(containsString(limits()))
                .body(not(containsString("Maya")))
                .body(not(containsString("therapy")));
    }

    private static String limits() {
        return "min=\"%s\" max=\"%s\"".formatted(today(), today().plusDays(180));
    }

    private static void invalid(Response answer) {
        answer.then().statusCode(400).contentType("application/problem+json");
    }
}
