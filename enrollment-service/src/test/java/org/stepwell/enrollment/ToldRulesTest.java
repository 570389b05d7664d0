package org.stepwell.enrollment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.stepwell.enrollment.Billing.card;
import static org.stepwell.enrollment.Billing.h0015;
import static org.stepwell.enrollment.Billing.today;
import static org.stepwell.enrollment.Billing.with;
import static org.stepwell.enrollment.Intake.API;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;

/** Whoever holds a patient's week against what the payer wants is told by which rules, on which days. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class ToldRulesTest {

    private static final LocalDate FIRST = today().plusDays(1);
    private static final LocalDate LAST = FIRST.plusDays(60);

    private final Intake riverside = new Intake(Person.RIVERSIDE);
    private final Billing billing = new Billing(riverside);
    private PatientId maya = new PatientId(new UUID(0, 0));

    @BeforeEach
    void setUp() {
        riverside.setUp("Riverside");
        maya = riverside.patient();
    }

    @Test
    void whatWasApprovedIsToldWithTheRulesOfTheContract() {
        var terms = with(with(h0015(), "dayMinutesMin", 150), "billedApart", List.of("MEDICATION_MANAGEMENT"));

        var approved = approved(billing.covered(maya, billing.payer(terms)));

        tells(approved, FIRST + " " + LAST + " hcpcs-h0015 150 [MEDICATION_MANAGEMENT]");
    }

    @Test
    void otherTermsAreToldOnceTheyAreAgreedFromTheirDayOn() {
        var payer = billing.payer(h0015());
        var approved = approved(billing.covered(maya, payer));
        tells(approved, FIRST + " " + LAST + " hcpcs-h0015 180 [CAREER_ASSISTANCE]");
        var since = FIRST.plusDays(30);

        agrees(payer, since, with(h0015(), "ruleSet", "va-dmas"));

        tells(
                approved,
                FIRST + " " + since.minusDays(1) + " hcpcs-h0015 180 [CAREER_ASSISTANCE]",
                since + " " + LAST + " va-dmas 180 [CAREER_ASSISTANCE]");
    }

    @Test
    void onDaysOnWhichAnotherOneIsBilledFirstTheSecondHoldsNothing() {
        var second = billing.covers(maya, billing.payer(h0015()), card("SECONDARY", "2026-01-01"))
                .statusCode(201)
                .extract()
                .<String>path("id");
        var approved = approved(second);
        tells(approved, FIRST + " " + LAST + " hcpcs-h0015 180 [CAREER_ASSISTANCE]");
        var from = FIRST.plusDays(10);

        var primary = billing.covers(maya, billing.payer(h0015()), card("PRIMARY", from.toString()))
                .statusCode(201)
                .extract()
                .<String>path("id");
        tells(approved, FIRST + " " + from.minusDays(1) + " hcpcs-h0015 180 [CAREER_ASSISTANCE]");

        billing.changes(
                        primary,
                        with(
                                card("PRIMARY", from.toString()),
                                "lastDay",
                                from.plusDays(9).toString()))
                .statusCode(200);
        tells(
                approved,
                FIRST + " " + from.minusDays(1) + " hcpcs-h0015 180 [CAREER_ASSISTANCE]",
                from.plusDays(10) + " " + LAST + " hcpcs-h0015 180 [CAREER_ASSISTANCE]");
    }

    @Test
    void whatWasApprovedEndsWithTheCoverage() {
        var coverage = billing.covered(maya, billing.payer(h0015()));
        var approved = approved(coverage);
        var last = FIRST.plusDays(20);

        billing.changes(coverage, with(card("PRIMARY", "2026-01-01"), "lastDay", last.toString()))
                .statusCode(200);

        tells(approved, FIRST + " " + last + " hcpcs-h0015 180 [CAREER_ASSISTANCE]");
        assertThat(last(approved)).contains("\"to\":\"" + last + "\"", "\"version\":0");

        billing.changes(
                        coverage,
                        with(
                                card("PRIMARY", "2026-01-01"),
                                "lastDay",
                                FIRST.minusDays(1).toString()))
                .statusCode(200);
        tells(approved);
    }

    private String approved(String coverage) {
        return billing.approved(coverage, 20, FIRST, LAST);
    }

    private void agrees(String payer, LocalDate from, Map<String, Object> terms) {
        riverside
                .ada()
                .asks()
                .header("If-Match", "*")
                .body(Map.of("name", "Northside " + UUID.randomUUID(), "from", from.toString(), "terms", terms))
                .put(API + "payers/" + payer)
                .then()
                .statusCode(200);
    }

    private static void tells(String authorization, String... rules) {
        await().untilAsserted(() -> assertThat(rules(last(authorization))).containsExactly(rules));
    }

    private static String last(String authorization) {
        var said = Broker.said("stepwell.enrollment.state", "authorization/" + authorization);
        return said.isEmpty() ? "authorization-changed.v1 {}" : said.getLast();
    }

    private static List<String> rules(String said) throws JsonProcessingException {
        var body = JsonMapper.builder().build().readTree(said.substring(said.indexOf('{')));
        return StreamSupport.stream(body.path("rules").spliterator(), false)
                .map(one -> "%s %s %s %s %s"
                        .formatted(
                                one.path("from").asText(),
                                one.path("to").asText(),
                                one.at("/ruleSet/code").asText(),
                                one.at("/ruleSet/dayMinutesMin").asText(),
                                one.path("apart").toString().replace("\"", "")))
                .toList();
    }
}
