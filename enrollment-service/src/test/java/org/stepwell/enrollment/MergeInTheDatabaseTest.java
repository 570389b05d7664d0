package org.stepwell.enrollment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.hamcrest.Matchers.hasItem;
import static org.stepwell.enrollment.Intake.API;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.database.DatabaseTrouble;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;

/** What the database promises about merged records, whatever the service does. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class MergeInTheDatabaseTest {

    private final Intake riverside = new Intake(Person.RIVERSIDE);

    private PatientId maya = new PatientId(new UUID(0, 0));
    private PatientId again = new PatientId(new UUID(0, 0));

    @Inject
    Sql sql;

    @BeforeEach
    void setUp() {
        riverside.setUp("Riverside");
        maya = riverside.registered();
        again = riverside.registered();
    }

    @Test
    void whatWasFoundMovesWithAMergeAndInNoOtherWay() {
        riverside.measured(again, "PHQ-9", 1, 1, 1, 1, 1, 1, 1, 1, 0).statusCode(201);

        var unmerged =
                catchThrowable(() -> at(() -> sql.update("call move_record(?, ?)", again.value(), maya.value())));
        var byHand = catchThrowable(() -> at(() ->
                sql.update("update measure set patient_id = ? where patient_id = ?", maya.value(), again.value())));

        assertThat(unmerged).hasStackTraceContaining("a record is moved with its merge");
        assertThat(byHand).hasStackTraceContaining("permission denied for table measure");
        measures(again).then().statusCode(200).body("items.instrument", hasItem("PHQ-9"));
    }

    @Test
    void whateverIsKeptAboutAPatientMovesOrHasAReasonToStay() {
        var stays = at(() -> sql.list("""
                select table_name from information_schema.columns
                where table_schema = 'public' and column_name = 'patient_id' and position(
                    'update ' || table_name || ' set patient_id' in
                    (select prosrc from pg_proc where proname = 'move_record')) = 0
                """, row -> row.getString(1)));

        assertThat(stays)
                .containsExactlyInAnyOrder(
                        // the duplicate is not found any more
                        "patient_digest",
                        // nobody was in care under it
                        "attended_session",
                        "signed_note",
                        "certification",
                        "treatment_plan",
                        "teds_record",
                        "teds_missing",
                        // nobody comes in as the duplicate
                        "invitation",
                        "account",
                        "account_claim",
                        // no consent is in force
                        "consent_version",
                        "consent_applied",
                        // read through the merge
                        "disclosure",
                        "referral",
                        // added up
                        "document_shelf");
    }

    @Test
    void whoPaysMovesToo() {
        var billing = new Billing(riverside);
        billing.covered(again, billing.payer(Billing.h0015()));

        Intake.merges(maya, again).statusCode(200);

        riverside
                .ivy()
                .asks()
                .get(API + "patients/" + maya + "/coverages")
                .then()
                .statusCode(200)
                .body("items.plan", hasItem("Silver PPO"));
    }

    @Test
    void nothingIsAddedToARecordThatWasMerged() {
        Intake.merges(maya, again).statusCode(200);

        var refused = catchThrowable(() -> at(() -> draft(again)));

        assertThat(DatabaseTrouble.constraintOf(refused)).contains("patient_was_merged");
    }

    @Test
    void aMergeWaitsForWhoeverAddsToTheDuplicateAndTakesThatAlong() throws Exception {
        var merging = at(() -> {
            draft(again);
            var merge = CompletableFuture.supplyAsync(
                    () -> Intake.merges(maya, again).extract().statusCode());
            assertThatThrownBy(() -> merge.get(1, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
            return merge;
        });

        assertThat(merging.get(20, TimeUnit.SECONDS)).isEqualTo(200);
        Person.at("supervisor")
                .asks()
                .get(API + "patients/" + maya + "/consents")
                .then()
                .statusCode(200)
                .body("items.status", hasItem("DRAFT"));
    }

    private boolean draft(PatientId patient) {
        return sql.update(
                        "insert into consent (id, version, patient_id, kind, status) values (?, 0, ?, 'TREATMENT', 'DRAFT')",
                        UUID.randomUUID(),
                        patient.value())
                == 1;
    }

    private static Response measures(PatientId patient) {
        return Person.at("supervisor").asks().get(API + "patients/" + patient + "/measures");
    }

    private static <T> T at(Callable<T> work) {
        return ClinicContext.in(
                new ClinicContext.Work(Person.RIVERSIDE, "service:test", null),
                () -> QuarkusTransaction.requiringNew().call(work));
    }
}
