package org.stepwell.platform.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.id.ClinicId;
import org.stepwell.contracts.id.NoteId;
import org.stepwell.platform.access.Role;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;

/** Work is counted over all clinics, and by nothing but that count does anybody see past their own. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class WorkReadingTest {

    private static final TaskKind KIND =
            new TaskKind("counted", "Count me.", List.of(Role.CLINICIAN), Duration.ofHours(1), true).paging();

    @Inject
    Tasks tasks;

    @Inject
    Sql sql;

    @Inject
    Clock clock;

    private final NoteId subject = new NoteId(UUID.randomUUID());
    private final MeterRegistry metrics = new SimpleMeterRegistry();
    private Instant now;
    private WorkReading reading;

    @BeforeEach
    void twoClinicsHaveWork() {
        now = clock.instant();
        reading = new WorkReading(sql, clock, new TaskKinds(List.of(KIND)), metrics);
        opened(Person.RIVERSIDE, now.minus(Duration.ofHours(2)), now.minus(Duration.ofHours(1)));
        opened(Person.HARBOR, now, now.plus(Duration.ofHours(1)));
    }

    @AfterEach
    void done() {
        ends(Person.RIVERSIDE);
        ends(Person.HARBOR);
    }

    @Test
    void whatIsOpenLateAndTakenByNobodyIsCountedOverAllClinics() {
        reading.read();

        assertThat(shown("stepwell.tasks.open")).isEqualTo(2);
        assertThat(shown("stepwell.tasks.overdue")).isEqualTo(1);
        assertThat(shown("stepwell.tasks.untaken.seconds")).isBetween(7200.0, 7260.0);

        ends(Person.RIVERSIDE);
        reading.read();

        assertThat(shown("stepwell.tasks.open")).isEqualTo(1);
        assertThat(shown("stepwell.tasks.overdue")).isZero();
        assertThat(shown("stepwell.tasks.untaken.seconds")).isLessThan(60);
    }

    @Test
    void whoeverCountsGoesOnInTheClinicTheyWereIn() {
        var after = in(Person.HARBOR, () -> {
            sql.list("select * from platform.work_at(?)", row -> 1, now);
            return clinicsSeen();
        });

        assertThat(after).containsExactly(Person.HARBOR.value());
    }

    @Test
    void theRuntimeRoleOpensNothingByTheSettingOfTheCount() {
        var seen = in(Person.HARBOR, () -> {
            sql.list("select set_config('stepwell.counting', 'on', true)", row -> 1);
            return clinicsSeen();
        });

        assertThat(seen).containsExactly(Person.HARBOR.value());
    }

    @Test
    void whoeverComesAsTheOwnerStandsBeforeTheWall() throws SQLException {
        var config = ConfigProvider.getConfig();
        try (var owner = DriverManager.getConnection(
                        config.getValue("stepwell.database.url", String.class),
                        config.getValue("stepwell.database.owner", String.class),
                        config.getValue("stepwell.database.owner.password", String.class));
                var statement = owner.createStatement()) {
            statement.execute("set stepwell.clinic = '00000000-0000-0000-0000-000000000000'");
            try (var rows = statement.executeQuery("select 1 from platform.task")) {
                assertThat(rows.next()).isFalse();
            }
        }
    }

    private List<UUID> clinicsSeen() {
        return sql.list(
                "select distinct clinic_id from platform.task where kind = ?",
                row -> row.getObject(1, UUID.class),
                KIND.code());
    }

    private double shown(String metric) {
        return metrics.get(metric).tag("kind", KIND.code()).gauge().value();
    }

    private void opened(ClinicId clinic, Instant at, Instant dueAt) {
        in(clinic, () -> {
            tasks.open(new Tasks.Cause(KIND, subject, null, null, at), null, dueAt);
            return clinic;
        });
    }

    private void ends(ClinicId clinic) {
        in(clinic, () -> {
            tasks.done(KIND, subject, clock.instant());
            return clinic;
        });
    }

    private static <T> T in(ClinicId clinic, Supplier<T> work) {
        return ClinicContext.in(
                new ClinicContext.Work(clinic, "service:test", null),
                () -> QuarkusTransaction.requiringNew().call(work::get));
    }
}
