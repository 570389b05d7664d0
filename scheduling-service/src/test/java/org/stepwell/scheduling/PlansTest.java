package org.stepwell.scheduling;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.PlansTestBase;
import org.stepwell.platform.testing.Records;
import org.stepwell.platform.testing.StepwellTestResource;

@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class PlansTest extends PlansTestBase {

    @Override
    protected Records records() {
        return new PoliciesTest().records();
    }

    @Override
    protected Set<String> everybodys() {
        return PoliciesTest.CALENDAR;
    }

    @Override
    protected Set<String> few() {
        return Set.of("group_tag");
    }

    @Override
    protected Set<String> boards() {
        return Set.of(
                Riverside.API + "board",
                Riverside.API + "sessions/uncovered",
                Riverside.API + "visits/missing",
                Riverside.API + "patients/{patient}/visits/free-times"); // in any room of the clinic's
    }

    @Override
    protected Map<String, String> doneAtOnce() {
        return Map.of(
                "away", "episode",
                "departure", "episode",
                "place-for-whoever-waits", "group",
                "placement", "episode",
                "week-of-episode", "episode",
                "week-of-session", "session",
                "weeks-approved", "patient",
                "visits-not-needed", "episode");
    }

    @Override
    protected Map<String, String> neverDue() {
        return Map.of(
                "misplaced-sessions",
                        "it looks through all that is ahead, once, when hours or the clinic's zone change",
                "membership-over", "no membership of the records has a last day",
                "reminder-leaves", "what leaves is gone in a moment, and no record names it");
    }

    @Override
    protected List<String> links(Records records) {
        return List.of(
                linkOf(Person.at("patient").who(records.patient()), "patients/" + records.patient() + "/calendar-link"),
                linkOf(Riverside.leading(records.facilitator()), "own-calendar-link"));
    }

    private static String linkOf(Person who, String link) {
        return who.asks()
                .post(Riverside.API + link)
                .then()
                .statusCode(200)
                .extract()
                .path("path");
    }
}
