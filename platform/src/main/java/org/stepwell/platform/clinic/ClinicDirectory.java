package org.stepwell.platform.clinic;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.enrollment.EnrollmentState.ClinicChanged;
import org.stepwell.contracts.enrollment.EnrollmentState.ClinicChanged.OnCall;
import org.stepwell.contracts.id.ClinicId;
import org.stepwell.platform.database.Sql;

/** What every service knows of its clinics: name, time zone, first day of the week, and where who is on call is paged. */
@Singleton
public class ClinicDirectory {

    private static final long REMEMBERED_NANOS_MAX = 5_000_000_000L;

    private final Sql sql;
    private final ConcurrentMap<ClinicId, Remembered> remembered = new ConcurrentHashMap<>();

    ClinicDirectory(Sql sql) {
        this.sql = sql;
    }

    /** A clinic as others see it, and where whoever is on call for it is paged. */
    public record Profile(
            String name,
            ZoneId zone,
            DayOfWeek weekStart,
            @Nullable OnCall onCall) {}

    private record Remembered(Profile profile, long nanos) {}

    /** Takes what enrollment says of a clinic; within a transaction of that clinic. */
    public void changed(ClinicChanged clinic) {
        var onCall = clinic.onCall();
        sql.update(
                """
                insert into platform.clinic (name, zone, week_start, on_call_phone, on_call_email) values (?, ?, ?, ?, ?)
                on conflict (clinic_id) do update
                set name = excluded.name, zone = excluded.zone, week_start = excluded.week_start,
                    on_call_phone = excluded.on_call_phone, on_call_email = excluded.on_call_email
                """,
                clinic.name(),
                clinic.zone(),
                clinic.weekStart().name(),
                onCall == null ? null : onCall.phone(),
                onCall == null ? null : onCall.email());
        remembered.remove(clinic.clinic());
    }

    /** The clinic of the work at hand, or nothing where it is not known yet. */
    public Optional<Profile> find() {
        var clinic = ClinicContext.clinic();
        @Nullable Remembered known = remembered.get(clinic);
        if (known != null && System.nanoTime() - known.nanos() < REMEMBERED_NANOS_MAX) {
            return Optional.of(known.profile());
        }
        var found = sql.one(
                "select * from platform.clinic where clinic_id = platform.current_clinic()", ClinicDirectory::read);
        found.ifPresent(profile -> remembered.put(clinic, new Remembered(profile, System.nanoTime())));
        return found;
    }

    private static Profile read(ResultSet row) throws SQLException {
        @Nullable String phone = row.getString("on_call_phone");
        @Nullable String email = row.getString("on_call_email");
        return new Profile(
                row.getString("name"),
                ZoneId.of(row.getString("zone")),
                DayOfWeek.valueOf(row.getString("week_start")),
                phone == null && email == null ? null : new OnCall(phone, email));
    }

    /** The time zone of the clinic at hand. */
    public ZoneId zone() {
        return profile().zone();
    }

    /** The clinic at hand. A clinic that is not known yet is retried like any passing trouble. */
    public Profile profile() {
        return find().orElseThrow(() -> new ClinicNotKnownYet(ClinicContext.clinic()));
    }
}
