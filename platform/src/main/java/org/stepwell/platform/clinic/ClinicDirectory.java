package org.stepwell.platform.clinic;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.List;
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
    private final List<NewOnCall> told;
    private final ConcurrentMap<ClinicId, Remembered> remembered = new ConcurrentHashMap<>();

    ClinicDirectory(Sql sql, @All List<NewOnCall> told) {
        this.sql = sql;
        this.told = told;
    }

    /** A clinic as others see it. */
    public record Profile(String name, ZoneId zone, DayOfWeek weekStart) {}

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
        if (onCall != null) {
            told.forEach(NewOnCall::isOnCall);
        }
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

    /** Where whoever is on call is paged, as the clinic last said it; nothing where it has not. */
    public Optional<OnCall> onCall() {
        return sql.one("""
                select on_call_phone, on_call_email from platform.clinic
                where clinic_id = platform.current_clinic() and coalesce(on_call_phone, on_call_email) is not null
                """, row -> new OnCall(row.getString(1), row.getString(2)));
    }

    private static Profile read(ResultSet row) throws SQLException {
        return new Profile(
                row.getString("name"),
                ZoneId.of(row.getString("zone")),
                DayOfWeek.valueOf(row.getString("week_start")));
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
