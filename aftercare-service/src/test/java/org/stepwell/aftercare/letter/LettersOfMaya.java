package org.stepwell.aftercare.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.stepwell.aftercare.Scene.today;
import static org.stepwell.contracts.code.DataCategory.AFTERCARE;
import static org.stepwell.contracts.code.DataCategory.PRESENCE;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.stepwell.aftercare.Reached;
import org.stepwell.aftercare.Scene;
import org.stepwell.contracts.code.DataCategory;
import org.stepwell.contracts.code.DisclosurePurpose;
import org.stepwell.contracts.code.Recipient;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.Mailbox;

/** Maya leaves soon, and Dr. Park of Harbor Counseling is to take her on. */
abstract class LettersOfMaya {

    static final String API = "/api/aftercare/v1";
    private static final Pattern LINK = Pattern.compile("https://documents\\.example(/\\S+)");

    final Recipient park = new Recipient(Recipient.Kind.TREATING_PROVIDER, UUID.randomUUID());
    final String mailbox = "park-%s@counseling.example".formatted(UUID.randomUUID());

    /** Leaves in two weeks, and Harbor Counseling may be told what comes next. */
    final Scene mayaWhoConsents() {
        var maya = Scene.somebodyLeavingSoon();
        Reached.byMail(maya.patient, "maya-%s@example.org".formatted(maya.patient));
        consents(maya, PRESENCE, AFTERCARE);
        return maya;
    }

    final void consents(Scene maya, DataCategory... categories) {
        Reached.consents(maya.patient, park, DisclosurePurpose.TREATMENT, categories);
    }

    static String therapyFor(Scene maya) {
        return step(maya, "WEEKLY_THERAPY");
    }

    static String step(Scene maya, String kind) {
        return maya.theClinician()
                .asks()
                .body(Map.of("kind", kind, "date", today().plusDays(14).toString()))
                .post(API + "/plans/" + maya.plan() + "/next-steps")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    final Map<String, Object> form(String way, String... also) {
        var receiver = new HashMap<String, Object>();
        receiver.put("name", "Dr. <Ruth> Park");
        receiver.put("organization", "Harbor Counseling");
        if (way.equals("EMAIL")) {
            receiver.put("email", mailbox);
        }
        return new HashMap<>(Map.of(
                "way",
                way,
                "recipient",
                park,
                "purpose",
                "TREATMENT",
                "also",
                List.of(also),
                "receiver",
                receiver,
                "answerBy",
                today().plusDays(5).toString()));
    }

    static Response writes(Scene maya, String step, Map<String, Object> form) {
        return maya.theClinician().asks().body(form).post(API + "/next-steps/" + step + "/letters");
    }

    /** The path of a printed letter's link. */
    final String linkOf(Scene maya, String step, String... also) {
        String link = writes(maya, step, form("PRINTED", also))
                .then()
                .statusCode(201)
                .body("status", equalTo("SENT"))
                .extract()
                .path("link");
        return path(link);
    }

    /** The mail is there a moment before the link opens something: it leaves last, and then what was written is kept. */
    final String mailedLink(Scene maya, Response written) {
        await().untilAsserted(() -> maya.theClinician()
                .asks()
                .get(written.header("Location"))
                .then()
                .body("status", equalTo("SENT")));
        return path(Mailbox.of(mailbox).getLast().text());
    }

    private static String path(String text) {
        var found = LINK.matcher(text);
        assertThat(found.find()).as(text).isTrue();
        return found.group(1);
    }

    static Response comesIn(String link) {
        return RestAssured.given().get(link);
    }

    static Response opens(String link) {
        return RestAssured.given().post(link + "/opening");
    }

    static Response accepts(String link, Object day) {
        return RestAssured.given().formParam("day", day.toString()).post(link + "/acceptance");
    }

    static Response declines(String link, String reason) {
        return RestAssured.given().formParam("reason", reason).post(link + "/decline");
    }

    /** What the ledger was told of being let out or kept, as lines. */
    static List<String> ledger(Scene maya) {
        return Broker.said("stepwell.privacy", "aftercare:" + maya.patient).stream()
                .filter(line -> line.startsWith("disclosure-made.v1 "))
                .toList();
    }

    /** As for a secret of the same form that nobody ever made, whatever is tried. */
    static void isLikeNone(String link) {
        var never = link.substring(0, link.lastIndexOf('/') + 1) + madeUp();
        assertThat(answers(link)).isEqualTo(answers(never));
        comesIn(link).then().statusCode(404);
        opens(link).then().statusCode(404);
        accepts(link, today().plusDays(3)).then().statusCode(404);
        declines(link, "NO_PLACE").then().statusCode(404);
    }

    /** Another one each time: whoever asks for the same too often is told so. */
    private static String madeUp() {
        return (UUID.randomUUID() + "-" + UUID.randomUUID()).substring(0, 43);
    }

    private static List<String> answers(String link) {
        return List.of(comesIn(link), opens(link), accepts(link, today().plusDays(3)), declines(link, "NO_PLACE"))
                .stream()
                .map(answer -> answer.statusCode() + " " + answer.asString().replaceAll("[0-9a-f]{32}", "*"))
                .toList();
    }
}
