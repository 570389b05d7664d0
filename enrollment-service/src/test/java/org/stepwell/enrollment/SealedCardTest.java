package org.stepwell.enrollment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.stepwell.enrollment.Billing.card;
import static org.stepwell.enrollment.Billing.h0015;
import static org.stepwell.enrollment.Billing.with;
import static org.stepwell.enrollment.Intake.API;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.testing.AtOnce;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;

/** What stands on a patient's card is shown to whoever may see it; it lies sealed, and no refusal says it. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class SealedCardTest {

    private static final String PLAN = "Carpenters Local 7 Gold";

    @Inject
    Sql sql;

    private final Billing riverside = new Billing(new Intake(Person.RIVERSIDE));
    private PatientId maya = new PatientId(new UUID(0, 0));

    @BeforeEach
    void setUp() {
        riverside.intake().setUp("Riverside");
        maya = riverside.intake().patient();
    }

    @Test
    void thePlanLiesSealedAndStandsInNoRefusal() {
        var payer = riverside.payer(h0015());
        var card = with(card("PRIMARY", "2026-01-01"), "plan", PLAN);

        String coverage = riverside
                .covers(maya, payer, card)
                .statusCode(201)
                .body("plan", equalTo(PLAN))
                .extract()
                .path("id");

        assertThat(lying(coverage)).contains(payer).doesNotContain(PLAN);
        riverside
                .covers(maya, payer, with(card, "firstDay", "2026-06-01"))
                .statusCode(409)
                .body("type", endsWith("/one-coverage-of-a-priority"))
                .body(
                        "detail",
                        equalTo(
                                "Another coverage holds from 2026-01-01 to a day not known yet. Say its last day first."))
                .body(not(containsString(PLAN)));
        riverside
                .intake()
                .ivy()
                .asks()
                .get(API + "coverages/" + coverage)
                .then()
                .statusCode(200)
                .body("plan", equalTo(PLAN));
    }

    @Test
    void whenASubscriberWasBornStandsInNoRefusal() {
        var father = Map.of(
                "givenName", "Tomas", "familyName", "Lindqvist", "birthDate", "2026-03-09", "relationship", "CHILD");

        riverside
                .covers(maya, riverside.payer(h0015()), with(card("PRIMARY", "2026-01-01"), "subscriber", father))
                .statusCode(400)
                .body("type", endsWith("/subscriber-was-born-before"))
                .body("errors.pointer", contains("/card/subscriber/birthDate"))
                .body(not(containsString("2026-03-09")));
    }

    /** The row as a dump shows it. */
    private String lying(String coverage) {
        return AtOnce.inTheClinic(() -> sql.one(
                        "select c::text from coverage c where c.id = ?",
                        row -> row.getString(1),
                        UUID.fromString(coverage))
                .orElseThrow());
    }
}
