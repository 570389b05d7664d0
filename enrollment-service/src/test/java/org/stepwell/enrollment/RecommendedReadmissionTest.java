package org.stepwell.enrollment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.stepwell.enrollment.Intake.API;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.aftercare.AftercareFact.ReadmissionRecommended;
import org.stepwell.contracts.aftercare.AftercareFact.ReadmissionRecommended.Because;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.LinkageId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.MovedClock;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;

/** Aftercare recommends somebody for treatment again: intake calls them as everybody is called who asks. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class RecommendedReadmissionTest {

    private final Intake riverside = new Intake(Person.RIVERSIDE);
    private final LinkageId linkage = new LinkageId(Uuid7.next());

    @BeforeEach
    void setUp() {
        riverside.setUp("Riverside");
    }

    @Test
    void aReferralOfOurOwnIsOpenedAndIntakeCalls() {
        var maya = riverside.patient();
        Broker.say(recommended(maya));

        var referral = referralOf(maya);
        assertThat(referral).containsEntry("reason", "READMISSION").containsEntry("stage", "REGISTERED");
        assertThat(referral.get("partner")).isNull();
        assertThat(referral.get("facility")).isNull();
        riverside
                .ivy()
                .asks()
                .get(API + "inquiries/" + referral.get("inquiry"))
                .then()
                .statusCode(200)
                .body("channel", equalTo("REFERRAL"))
                .body("status", equalTo("NEW"))
                .body("caller.name", containsString("Maya"))
                .body("caller.mayLeaveMessage", equalTo(false))
                .body("caller.said", equalTo("Aftercare recommends treatment again, and they want it."));
        riverside
                .ivy()
                .asks()
                .queryParam("kind", "call-back")
                .queryParam("limit", 200)
                .get(API + "tasks")
                .then()
                .body("items.subject", hasItem(referral.get("inquiry")));
    }

    @Test
    void toldAgainItIsTheSameReferral() {
        var maya = riverside.patient();
        Broker.say(recommended(maya));
        referralOf(maya);

        Broker.say(recommended(maya)); // with a number of its own, as after the offer was declined and accepted again
        Broker.say(new ReadmissionRecommended(
                riverside.patient(),
                new EpisodeId(Uuid7.next()),
                new LinkageId(Uuid7.next()),
                Because.MISSED_CHECK_INS,
                List.of(),
                MovedClock.now()));

        await().untilAsserted(() -> assertThat(referrals())
                .anyMatch(
                        one -> !maya.toString().equals(one.get("patient")) && "READMISSION".equals(one.get("reason"))));
        assertThat(referrals())
                .filteredOn(one -> maya.toString().equals(one.get("patient")))
                .hasSize(1);
    }

    @Test
    void whereItLedToIsShown() {
        var maya = riverside.patient();
        Broker.say(recommended(maya));
        var referral = referralOf(maya);
        riverside.admitted(maya);

        riverside
                .ivy()
                .asks()
                .get(API + "referrals/" + referral.get("id"))
                .then()
                .statusCode(200)
                .body("stage", equalTo("ADMITTED"))
                .body("reported", nullValue());
    }

    @Test
    void nobodyElseRefersForAReadmission() {
        riverside
                .ivy()
                .asks()
                .body(Map.of(
                        "facility", "Harbor General",
                        "reason", "READMISSION",
                        "whom", Map.of("name", "Maya", "mayLeaveMessage", false)))
                .post(API + "referrals")
                .then()
                .statusCode(400)
                .body("type", endsWith("/readmission-comes-from-aftercare"))
                .body("errors[0].pointer", equalTo("/reason"));
    }

    private Map<String, Object> referralOf(PatientId patient) {
        await().untilAsserted(() ->
                assertThat(referrals()).anyMatch(one -> patient.toString().equals(one.get("patient"))));
        return referrals().stream()
                .filter(one -> patient.toString().equals(one.get("patient")))
                .findFirst()
                .orElseThrow();
    }

    private List<Map<String, Object>> referrals() {
        return riverside
                .ivy()
                .asks()
                .queryParam("limit", 200)
                .get(API + "referrals")
                .then()
                .statusCode(200)
                .extract()
                .path("items");
    }

    private ReadmissionRecommended recommended(PatientId patient) {
        Instant now = MovedClock.now();
        return new ReadmissionRecommended(
                patient, new EpisodeId(Uuid7.next()), linkage, Because.RECHECK, List.of("USE_DAYS", "WITHDRAWAL"), now);
    }
}
