package org.stepwell.enrollment.clinic;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.enrollment.EnrollmentState.ClinicChanged;
import org.stepwell.contracts.enrollment.EnrollmentState.ClinicChanged.OnCall;
import org.stepwell.contracts.id.ClinicId;

/** A clinic with the clock on its wall, the day its week starts on, and where whoever is on call is reached. */
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

    private @Nullable String onCallPhone;
    private @Nullable String onCallEmail;

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

    /** Somebody is on call at a number or a mailbox, or nobody is. */
    ClinicChanged isOnCall(@Nullable String phone, @Nullable String email, Instant now) {
        onCallPhone = phone;
        onCallEmail = email;
        return said(now);
    }

    ClinicChanged said(Instant now) {
        boolean nobody = onCallPhone == null && onCallEmail == null;
        return new ClinicChanged(id, name, zone, weekStart, nobody ? null : new OnCall(onCallPhone, onCallEmail), now);
    }

    ClinicId id() {
        return id;
    }

    int version() {
        return version;
    }
}
