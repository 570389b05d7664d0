package org.stepwell.aftercare.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.stepwell.aftercare.Problems.refused;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.stepwell.aftercare.Scene;
import org.stepwell.contracts.id.ClinicId;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;

@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class CalibrationTest {

    private static final String PATH = "/api/aftercare/v1/risk-calibration";
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 5);

    private final ClinicId clinic = new ClinicId(Uuid7.next());

    @Inject
    Sql sql;

    @Inject
    Calibration calibration;

    @Test
    void eachBandCountsItsWeeksAndWhatFollowedThem() {
        here(() -> {
            var plan = plan();
            week(plan, 0, null, "'RECORDED', false");
            week(plan, 1, 2, "'RECORDED', false"); // followed by use
            week(plan, 2, 13, "'RECORDED', true"); // followed by a missed one
            week(plan, 3, 15, "'MISSED', null"); // followed by a week without use
            week(plan, 4, 2, "'RECORDED', false"); // followed by one that nobody knows of yet
            checkIn(plan, 5, "'SCHEDULED', null");
            week(plan(), 1, 20, "'RECORDED', true"); // followed by none
            return plan;
        });

        var bands = here(() -> calibration.bands(FIRST, FIRST.plusWeeks(9)));

        assertThat(bands).hasSameSizeAs(Calibration.BANDS);
        assertThat(bands.get(0)).isEqualTo(new Calibration.Counted(Calibration.BANDS.get(0), 1, 1, 0, 0, 0));
        assertThat(bands.get(1)).isEqualTo(new Calibration.Counted(Calibration.BANDS.get(1), 2, 1, 1, 1, 0));
        assertThat(bands.get(5)).isEqualTo(new Calibration.Counted(Calibration.BANDS.get(5), 2, 2, 1, 0, 1));
        assertThat(bands.get(6)).isEqualTo(new Calibration.Counted(Calibration.BANDS.get(6), 1, 0, 0, 0, 0));
        assertThat(here(() -> calibration.bands(FIRST.plusWeeks(2), FIRST.plusWeeks(2))))
                .extracting(Calibration.Counted::weeks)
                .containsExactly(0, 0, 0, 0, 0, 1, 0);
    }

    @Test
    void whatIsSaidAfterAReadmissionFollowsNoWeekBeforeIt() {
        here(() -> {
            var plan = plan();
            week(plan, 0, 13, "'RECORDED', false");
            checkIn(plan, Uuid7.next(), 9, "'RECORDED', true");
            return plan;
        });

        assertThat(here(() -> calibration.bands(FIRST, FIRST.plusWeeks(9))).get(5))
                .isEqualTo(new Calibration.Counted(Calibration.BANDS.get(5), 1, 0, 0, 0, 0));
    }

    @Test
    void theBandsLeaveNoPointsOutAndStayWithinALevel() {
        int next = 0;
        for (var band : Calibration.BANDS.subList(1, Calibration.BANDS.size())) {
            assertThat(band.from()).isEqualTo(next);
            if (band.to() != null) {
                assertThat(Signs.levelOf(band.to())).isEqualTo(band.level());
                next = band.to() + 1;
            }
        }
        assertThat(Calibration.BANDS.getLast().to()).isNull();
    }

    @Test
    void supervisorsAndAdministratorsReadItAndNobodyElse() {
        Scene.somebodyInTreatment();
        Scene.SUPERVISOR
                .asks()
                .get(PATH + "?from=2020-01-01&to=2020-12-31")
                .then()
                .statusCode(200)
                .body("from", equalTo("2020-01-01"))
                .body("bands.level", contains("ABSTAINS", "LOW", "LOW", "MODERATE", "MODERATE", "HIGH", "HIGH"))
                .body("bands[1].useOrMissed.of", equalTo(0))
                .body("bands[1].useOrMissed.percent", equalTo(null));
        Person.at("clinic-admin").asks().get(PATH).then().statusCode(200);
        refused(Person.at("clinician").asks().get(PATH), 403, "not-allowed");
        refused(Scene.SUPERVISOR.asks().get(PATH + "?from=2026-02-01&to=2026-01-01"), 400, "invalid-request");
        refused(Scene.SUPERVISOR.asks().get(PATH + "?from=1800-02-01"), 400, "invalid-request");
    }

    private UUID plan() {
        var id = Uuid7.next();
        sql.update("""
                insert into aftercare_plan (id, version, patient_id, episode_id, status, active_from, opened_at)
                values (?, 0, ?, ?, 'ACTIVE', ?, now())
                """, id, Uuid7.next(), id, FIRST);
        return id;
    }

    /** After the one episode of a plan, which has the plan's id here. */
    private void checkIn(UUID plan, int number, String statusAndUse) {
        checkIn(plan, plan, number, statusAndUse);
    }

    private void checkIn(UUID plan, UUID episode, int number, String statusAndUse) {
        sql.update("""
                insert into check_in (id, version, plan_id, patient_id, episode_id, due_on, status, used, level, channel, recorded_at)
                select gen_random_uuid(), 0, ?, ?, ?, ?, said.status, said.used::boolean,
                    case said.status when 'RECORDED' then 'GREEN' end, case said.status when 'RECORDED' then 'PORTAL' end,
                    case said.status when 'RECORDED' then now() end
                from (values (""" + statusAndUse + ")) said (status, used)", plan, Uuid7.next(), episode, FIRST.plusWeeks(number));
    }

    private void week(UUID plan, int number, @Nullable Integer points, String statusAndUse) {
        checkIn(plan, number, statusAndUse);
        sql.update(
                """
                insert into relapse_risk (id, plan_id, patient_id, episode_id, week_on, level, points, abstains, factors, looked_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, '', now())
                """,
                Uuid7.next(),
                plan,
                Uuid7.next(),
                plan,
                FIRST.plusWeeks(number),
                points == null ? "ABSTAINS" : Signs.levelOf(points).name(),
                points,
                points == null ? "TOO_FEW_CHECK_INS" : null);
    }

    private <T> T here(Callable<T> work) {
        return ClinicContext.in(
                new ClinicContext.Work(clinic, "test", null),
                () -> QuarkusTransaction.requiringNew().call(work));
    }
}
