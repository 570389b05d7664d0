package org.stepwell.enrollment.clinic;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import org.stepwell.contracts.enrollment.EnrollmentState.ClinicChanged;
import org.stepwell.contracts.id.ClinicId;

/** A clinic with the clock on its wall and the day its week starts on. */
@Entity
class Clinic {

    @EmbeddedId
    private ClinicId id;

    @Version
    private int version;

    private String name;
    private String zone;

    @Enumerated(EnumType.STRING)
    private DayOfWeek weekStart;

    @SuppressWarnings("NullAway.Init")
    protected Clinic() {}

    Clinic(ClinicId id, String name, ZoneId zone, DayOfWeek weekStart) {
        this.id = id;
        this.name = name;
        this.zone = zone.getId();
        this.weekStart = weekStart;
    }

    ClinicChanged change(String newName, ZoneId newZone, DayOfWeek newWeekStart, Instant now) {
        name = newName;
        zone = newZone.getId();
        weekStart = newWeekStart;
        return said(now);
    }

    ClinicChanged said(Instant now) {
        return new ClinicChanged(id, name, zone, weekStart, now);
    }

    ClinicId id() {
        return id;
    }

    int version() {
        return version;
    }
}
