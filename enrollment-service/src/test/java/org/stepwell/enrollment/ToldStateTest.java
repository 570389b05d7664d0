package org.stepwell.enrollment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.stepwell.enrollment.Intake.API;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;

/** What enrollment owns and others may keep a copy of is told whole with every change. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class ToldStateTest {

    private final Intake riverside = new Intake(Person.RIVERSIDE);

    @BeforeEach
    void setUp() {
        riverside.setUp("Riverside");
    }

    @Test
    void allThatAPatientIsDiagnosedWithIsToldWithEachDiagnosis() {
        var maya = riverside.registered();
        riverside.diagnosed(maya, "F10.20").statusCode(201);
        var second =
                riverside.diagnosed(maya, "F32.1").statusCode(201).extract().<String>path("id");

        tells("diagnosis/" + maya, "F10.20", "F32.1");

        riverside.endsDiagnosis(second, "RESOLVED");
        await().untilAsserted(() ->
                assertThat(last("diagnosis/" + maya)).contains("F10.20").doesNotContain("F32.1"));
    }

    @Test
    void whatADuplicateHadIsToldAsTheOthers() {
        var maya = riverside.registered();
        var again = riverside.registered();
        var billing = new Billing(riverside);
        riverside.diagnosed(again, "F11.20").statusCode(201);
        var authorization = billing.approved(
                billing.covered(again, billing.payer(Billing.h0015())),
                20,
                Billing.today(),
                Billing.today().plusDays(60));
        tells("authorization/" + authorization, "\"units\":20", again.toString());

        merged(maya, again);

        tells("diagnosis/" + maya, "F11.20");
        tells("diagnosis/" + again, "\"standing\":[]");
        tells("authorization/" + authorization, "\"units\":20", maya.toString());
    }

    @Test
    void aPartnerIsToldByItsKindAndNotByItsName() {
        var house = House.of(riverside, "HOSPITAL");
        tells("partner/" + house.partner(), "\"kind\":\"TREATING_PROVIDER\"", "\"active\":true");

        riverside
                .ada()
                .asks()
                .post(API + "partners/" + house.partner() + "/end")
                .then()
                .statusCode(200);

        tells("partner/" + house.partner(), "\"active\":false");
        assertThat(Broker.said("stepwell.enrollment.state", "partner/" + house.partner()))
                .noneMatch(said -> said.contains("Harbor"));
    }

    @Test
    void whenAPatientMayBeCalledAndWhatMayBeSaidIsToldToWhoeverCalls() {
        var form = new HashMap<>(Intake.maya());
        form.put(
                "contactRules",
                Map.of(
                        "phone", true,
                        "textMessage", false,
                        "email", false,
                        "voicemail", false,
                        "hours", Map.of("from", "17:00", "until", "20:30"),
                        "maySay", "NOTHING"));

        var maya = riverside.registered(form);

        tells("patient/" + maya, "\"from\":\"17:00:00\"", "\"until\":\"20:30:00\"", "\"saying\":\"NOTHING\"");
    }

    private void merged(PatientId survivor, PatientId duplicate) {
        Person.at("privacy-officer")
                .asks()
                .header("If-Match", "*")
                .body(Map.of("duplicate", duplicate.toString(), "duplicateVersion", 0, "words", "One card."))
                .post(API + "patients/" + survivor + "/merges")
                .then()
                .statusCode(200);
    }

    private static void tells(String key, String... words) {
        await().untilAsserted(() -> assertThat(last(key)).contains(words));
    }

    private static String last(String key) {
        List<String> said = Broker.said("stepwell.enrollment.state", key);
        return said.isEmpty() ? "" : said.getLast();
    }
}
