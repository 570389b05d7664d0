package org.stepwell.platform.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.id.ClinicId;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;

/** Two connections carry the work of two clinics in turn, and nothing of one clinic is left on them for the other. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
@TestProfile(Strict.class)
class PoolTest {

    private static final int QUERIES = 10_000;
    private static final int THREADS = 50;

    @Inject
    Sql sql;

    @Inject
    AgroalDataSource dataSource;

    @Test
    void theClinicOfOneTransactionIsNeverThatOfTheNextOnTheSameConnection() throws Exception {
        assertThat(dataSource.getConfiguration().connectionPoolConfiguration().maxSize())
                .isEqualTo(2);
        made(Person.RIVERSIDE);
        made(Person.HARBOR);
        var work = new ArrayList<Callable<Seen>>();
        for (int i = 0; i < QUERIES; i++) {
            var clinic = i % 2 == 0 ? Person.RIVERSIDE : Person.HARBOR;
            boolean fails = i % 5 == 0;
            work.add(() -> seen(clinic, fails));
        }

        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            for (var one : threads.invokeAll(work)) {
                var seen = one.get();
                // Its own too: whoever sees nothing at all would see nothing of others.
                assertThat(seen.rowsOf())
                        .isNotEmpty()
                        .containsOnly(seen.clinic().value());
            }
        }
    }

    /** Whose rows were seen by whom. */
    private record Seen(ClinicId clinic, List<UUID> rowsOf) {}

    private Seen seen(ClinicId clinic, boolean fails) {
        var seen = new ArrayList<UUID>();
        try {
            in(clinic, () -> {
                seen.addAll(sql.list("select clinic_id from probe", row -> row.getObject(1, UUID.class)));
                if (fails) {
                    throw new IllegalArgumentException("on purpose");
                }
                return clinic;
            });
        } catch (IllegalArgumentException onPurpose) {
            assertThat(fails).isTrue();
        }
        return new Seen(clinic, seen);
    }

    private UUID made(ClinicId clinic) {
        var id = UUID.randomUUID();
        in(
                clinic,
                () -> sql.update(
                        "insert into probe (id, version, patient_id, name) values (?, 0, ?, ?)",
                        id,
                        UUID.randomUUID(),
                        id.toString()));
        return id;
    }

    private static <T> T in(ClinicId clinic, Callable<T> work) {
        return ClinicContext.in(
                new ClinicContext.Work(clinic, "service:test", null),
                () -> QuarkusTransaction.requiringNew().call(work));
    }
}
