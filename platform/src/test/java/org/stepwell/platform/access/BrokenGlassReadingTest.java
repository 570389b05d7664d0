package org.stepwell.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.enrollment.EnrollmentFact.BreakGlassClosed;
import org.stepwell.contracts.enrollment.EnrollmentFact.BreakGlassOpened;
import org.stepwell.contracts.id.BreakGlassId;
import org.stepwell.contracts.id.ClinicId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;
import org.stepwell.platform.time.WallClock;

/** Records that stand open in an emergency are counted over all clinics, until they close. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class BrokenGlassReadingTest {

    @Inject
    BrokenGlass glass;

    @Inject
    Sql sql;

    @Inject
    WallClock wall;

    private final MeterRegistry metrics = new SimpleMeterRegistry();

    @Test
    void whatWasOpenedIsCountedUntilItIsClosed() {
        var before = shown();
        var patient = new PatientId(UUID.randomUUID());
        var here = opened(Person.RIVERSIDE, patient, wall.instant().plusSeconds(3_600));
        opened(Person.HARBOR, patient, wall.instant().plusSeconds(3_600));
        opened(Person.HARBOR, patient, wall.instant().minusSeconds(1));
        assertThat(shown()).isEqualTo(before + 2);

        in(Person.RIVERSIDE, () -> glass.closed(new BreakGlassClosed(patient, here, wall.instant())));

        assertThat(shown()).isEqualTo(before + 1);
    }

    private double shown() {
        var reading = new BrokenGlassReading(sql, wall, metrics);
        reading.read();
        var shown = metrics.get("stepwell.breakglass.open").gauge().value();
        metrics.clear();
        return shown;
    }

    private BreakGlassId opened(ClinicId clinic, PatientId patient, Instant until) {
        var id = new BreakGlassId(UUID.randomUUID());
        in(
                clinic,
                () -> glass.opened(new BreakGlassOpened(
                        patient, id, new StaffId(UUID.randomUUID()), until.minusSeconds(3_600), until)));
        return id;
    }

    private static void in(ClinicId clinic, Runnable work) {
        ClinicContext.in(new ClinicContext.Work(clinic, "service:test", null), () -> {
            QuarkusTransaction.requiringNew().run(work);
            return work;
        });
    }
}
