package org.stepwell.therapy.medication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.testing.AtOnce;
import org.stepwell.platform.testing.StepwellTestResource;
import org.stepwell.therapy.roster.Patients;

/** Two who order for the same patient at the same time: the checks of one see what the other ordered. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class OrdersAtOnceTest extends MedicationCalls {

    private static final int TIMES = 5;

    @Inject
    Sql sql;

    @Inject
    Patients patients;

    @Test
    void ofTwoOrdersOfTheSameSubstanceAtOnceOneIsPlaced() throws Exception {
        for (int i = 0; i < TIMES; i++) {
            aPatient();
            looksIntoThePdmp().statusCode(201);

            var answers = both(() -> status(film()), () -> status(film()));

            assertThat(answers).containsExactlyInAnyOrder(201, 409);
            page().body("orders.findAll { it.status == 'ACTIVE' }", hasSize(1));
        }
    }

    @Test
    void ofNaltrexoneAndAnOpioidAtOnceOneIsPlaced() throws Exception {
        for (int i = 0; i < TIMES; i++) {
            aPatient();
            looksIntoThePdmp().statusCode(201);

            var answers = both(() -> status(film()), () -> status(naltrexone()));

            assertThat(answers).containsExactlyInAnyOrder(201, 409);
            page().body("orders.findAll { it.status == 'ACTIVE' }", hasSize(1));
        }
    }

    @Test
    void ofTwoDraftsThatAreOrderedAtOnceOneIs() throws Exception {
        looksIntoThePdmp().statusCode(201);
        var one = draft(film());
        var other = draft(naltrexone());

        var answers = both(() -> rewritten(one, film()), () -> rewritten(other, naltrexone()));

        assertThat(answers).containsExactlyInAnyOrder(200, 409);
    }

    @Test
    void anOrderWaitsForWhatIsJustRecordedFromElsewhereAndSeesIt() throws Exception {
        var naltrexone = AtOnce.beforeItCommits(
                sql,
                () -> {
                    patients.alone(ada.patient());
                    sql.update("""
                            insert into external_medication
                                (id, version, patient_id, substance, since, words, recorded_by_id, recorded_at)
                            values (?, 0, ?, 'METHADONE', ?, 'sealed', ?, now())
                            """, Uuid7.next(), ada.patient().value(), today().minusDays(30), dora.value());
                },
                () -> orders(naltrexone()).extract().<String>path("type"));

        assertThat(naltrexone.waited()).isTrue();
        assertThat(naltrexone.answer()).endsWith("/opioids-and-naltrexone-apart");
    }

    @Test
    void whatIsRecordedFromElsewhereWaitsForAnOrderThatIsJustPlaced() throws Exception {
        var methadone = AtOnce.beforeItCommits(
                sql,
                () -> patients.alone(ada.patient()),
                () -> takesElsewhere("METHADONE", "Harbor Street OTP", today())
                        .extract()
                        .statusCode());

        assertThat(methadone.waited()).isTrue();
        assertThat(methadone.answer()).isEqualTo(201);
    }

    private int status(Map<String, Object> form) {
        return orders(form).extract().statusCode();
    }

    private String draft(Map<String, Object> form) {
        return ordered(with(form, "draft", true));
    }

    private int rewritten(String id, Map<String, Object> form) {
        return prescriber()
                .asks()
                .header("If-Match", "*")
                .body(form)
                .put(order(id))
                .statusCode();
    }

    private static List<Integer> both(Callable<Integer> one, Callable<Integer> other) throws InterruptedException {
        try (var both = Executors.newFixedThreadPool(2)) {
            return both.invokeAll(List.of(one, other)).stream()
                    .map(Future::resultNow)
                    .toList();
        }
    }
}
