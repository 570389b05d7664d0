package org.stepwell.platform.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.consent.ConsentEvent.ConsentsChanged;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;

/** "Disclosed after the revocation" has one meaning only if each waits for the other. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class RevocationRaceTest {

    // Of the locks, not of the sessions: those are seen as they were when the transaction first looked.
    private static final String SOMEBODY_WAITS_FOR_US =
            "select count(*) from pg_locks where not granted and pg_backend_pid() = any (pg_blocking_pids(pid))";

    private final PatientId maya = new PatientId(UUID.randomUUID());

    @Inject
    ConsentRegister register;

    @Inject
    Sql sql;

    @Test
    void aRevocationIsInForceOnlyWhenADisclosureUnderWayIsDone() throws Exception {
        inTheClinic(() -> register.changed(version(1)));
        try (var threads = Executors.newSingleThreadExecutor()) {
            var disclosed = inTheClinic(() -> {
                var _ = register.openings(maya);
                var revoked = threads.submit(() -> inTheClinic(() -> register.changed(version(2))));
                await().pollInSameThread().until(this::somebodyWaitsForUs);
                assertThat(revoked).isNotDone();
                return new Disclosed(revoked, Instant.now());
            });

            assertThat(disclosed.revoked().get(20, TimeUnit.SECONDS))
                    .hasValueSatisfying(inForce -> assertThat(inForce).isAfterOrEqualTo(disclosed.at()));
        }
    }

    @Test
    void whatIsAskedWhileARevocationIsAppliedIsAnsweredByTheRevocation() throws Exception {
        inTheClinic(() -> register.changed(version(1)));
        try (var threads = Executors.newSingleThreadExecutor()) {
            Future<Long> asked = inTheClinic(() -> {
                register.changed(version(2));
                Future<Long> answer = threads.submit(() -> inTheClinic(() -> {
                    var _ = register.openings(maya);
                    return known();
                }));
                await().pollInSameThread().until(this::somebodyWaitsForUs);
                return answer;
            });

            assertThat(asked.get(20, TimeUnit.SECONDS)).isEqualTo(2);
        }
    }

    private record Disclosed(Future<Optional<Instant>> revoked, Instant at) {}

    private boolean somebodyWaitsForUs() {
        return sql.one(SOMEBODY_WAITS_FOR_US, row -> row.getInt(1)).orElseThrow() > 0;
    }

    private long known() {
        return sql.one(
                        "select version from platform.consent_register"
                                + " where clinic_id = platform.current_clinic() and patient_id = ?",
                        row -> row.getLong(1),
                        maya.value())
                .orElseThrow();
    }

    private ConsentsChanged version(long version) {
        return new ConsentsChanged(maya, version, List.of(), Instant.EPOCH);
    }

    private static <T> T inTheClinic(Callable<T> work) {
        return ClinicContext.in(
                new ClinicContext.Work(Person.RIVERSIDE, "service:test", null),
                () -> QuarkusTransaction.requiringNew().call(work));
    }
}
