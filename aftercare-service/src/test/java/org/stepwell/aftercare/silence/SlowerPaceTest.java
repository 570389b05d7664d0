package org.stepwell.aftercare.silence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.stepwell.aftercare.Scene.NEW_YORK;
import static org.stepwell.aftercare.Scene.SUPERVISOR;
import static org.stepwell.aftercare.Scene.itIs;
import static org.stepwell.aftercare.Scene.itIsTheMorningOf;
import static org.stepwell.aftercare.Scene.somebodyDischargedToday;
import static org.stepwell.aftercare.Scene.today;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stepwell.aftercare.Scene;
import org.stepwell.platform.testing.StepwellTestResource;

/** Somebody who is asked less often than each week does not check in. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class SlowerPaceTest {

    private static final String API = "/api/aftercare/v1";

    @ParameterizedTest
    @CsvSource(textBlock = """
            TWO_WEEKLY,  14
            FOUR_WEEKLY, 28
            """)
    void oneSilenceIsClimbedOnceHoweverOftenTheyAreAsked(String pace, int apart) {
        var scene = somebodyDischargedToday();
        asks(scene, pace);
        var first = today().plusDays(7);
        var second = first.plusDays(apart);

        itIs(noonOf(second.plusDays(1)));
        assertThat(steps(scene, 1, "LINKAGE_OFFER")).containsExactly("PLANNED"); // there is a day of grace
        itIs(second.plusDays(2).atStartOfDay(NEW_YORK).toInstant());
        assertThat(steps(scene, 1, "LINKAGE_OFFER")).containsExactly("DONE");
        itIs(noonOf(second.plusDays(apart + 3)));

        outreach(scene).then().body("silences.number", contains(3, 2, 1));
        for (int number = 2; number <= 3; number++) {
            outreach(scene).then().body(kinds(number), contains("MESSAGE", "CALL", "SECOND_CALL"));
        }
        outreach(scene).then().body(kinds(1), hasSize(9));
        assertThat(steps(scene, 1, "UNREACHABLE")).containsExactly("OPEN");
        linkages(scene).then().body("items", hasSize(1));
        assertThat(kindsOfTasks(scene))
                .contains("check-in-visit", "check-in-review", "check-in-unreachable")
                .doesNotHaveDuplicates();
    }

    @Test
    void aSecondCallIsAskedForUntilTheNextCheckInIsDue() {
        var scene = somebodyDischargedToday();
        asks(scene, "FOUR_WEEKLY");
        var first = today().plusDays(7);

        itIs(noonOf(first.plusDays(20)));

        assertThat(steps(scene, 1, "SECOND_CALL")).containsExactly("OPEN");
        assertThat(steps(scene, 1, "PORTAL")).containsExactly("SENT");
        itIs(noonOf(first.plusDays(29)));
        assertThat(steps(scene, 1, "SECOND_CALL")).containsExactly("SUPERSEDED");
        assertThat(steps(scene, 2, "CALL")).containsExactly("OPEN");
    }

    @Test
    void whoeverIsAskedMoreOftenAgainIsOfferedTreatmentSooner() {
        var scene = somebodyDischargedToday();
        asks(scene, "FOUR_WEEKLY");
        var first = today().plusDays(7);
        itIsTheMorningOf(first.plusDays(3));

        asks(scene, "WEEKLY");

        itIs(noonOf(first.plusDays(14)).minusSeconds(60));
        assertThat(steps(scene, 1, "LINKAGE_OFFER")).containsExactly("PLANNED");
        itIs(noonOf(first.plusDays(14)));
        assertThat(steps(scene, 1, "LINKAGE_OFFER")).containsExactly("DONE");
    }

    private static void asks(Scene scene, String pace) {
        scene.theClinician()
                .asks()
                .header("If-Match", "*")
                .body(Map.of("pace", pace, "reason", "He asked for it."))
                .put(API + "/plans/" + scene.plan() + "/cadence")
                .then()
                .statusCode(200);
    }

    private static Instant noonOf(LocalDate day) {
        return day.atTime(12, 0).atZone(NEW_YORK).toInstant();
    }

    private static Response outreach(Scene scene) {
        return scene.theClinician().asks().get(API + "/plans/" + scene.plan() + "/outreach");
    }

    private static Response linkages(Scene scene) {
        return SUPERVISOR.asks().get(API + "/plans/" + scene.plan() + "/linkages");
    }

    private static String kinds(int number) {
        return "silences.find { it.number == %d }.steps.kind".formatted(number);
    }

    private static List<String> steps(Scene scene, int number, String kind) {
        return outreach(scene)
                .path("silences.find { it.number == %d }.steps.findAll { it.kind == '%s' }.status"
                        .formatted(number, kind));
    }

    private static List<String> kindsOfTasks(Scene scene) {
        return SUPERVISOR
                .asks()
                .get(API + "/tasks?patient=" + scene.patient + "&limit=200")
                .path("items.kind");
    }
}
