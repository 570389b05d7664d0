package org.stepwell.scheduling;

import static org.awaitility.Awaitility.await;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.stepwell.contracts.enrollment.EnrollmentState.ClinicChanged;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.testing.AtOnce;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.Person;

/** Riverside's zone was set wrongly, and is corrected. A test that does so puts it back. */
public final class ChangedZone {

    private ChangedZone() {}

    /** The zone is another one from now on; waits until it is known here. */
    public static void to(ZoneId zone, ClinicDirectory clinics) {
        Broker.say(
                new ClinicChanged(Person.RIVERSIDE, "Riverside", zone.getId(), DayOfWeek.MONDAY, null, Instant.EPOCH));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> AtOnce.inTheClinic(() -> clinics.zone().equals(zone)));
    }
}
