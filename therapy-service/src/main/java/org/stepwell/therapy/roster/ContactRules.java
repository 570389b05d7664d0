package org.stepwell.therapy.roster;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.Saying;
import org.stepwell.contracts.enrollment.EnrollmentState.PatientChanged;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.access.MergedPatients;
import org.stepwell.platform.database.Sql;

/** By which ways patients may be reached, when, and what may be said, as enrollment last said it. */
@Singleton
public class ContactRules {

    private final Sql sql;
    private final MergedPatients merged;

    ContactRules(Sql sql, MergedPatients merged) {
        this.sql = sql;
        this.merged = merged;
    }

    /**
     * How somebody may be reached.
     *
     * @param zone where they live, if not where the clinic is
     * @param voicemail whether a message may be left
     * @param from in the patient's own time, on any day; without both, whenever the clinic is open
     */
    public record Ways(
            @Nullable ZoneId zone,
            boolean phone,
            boolean textMessage,
            boolean email,
            boolean voicemail,
            @Nullable LocalTime from,
            @Nullable LocalTime until,
            Saying saying) {

        private static Ways of(ResultSet row) throws SQLException {
            @Nullable String zone = row.getString("zone");
            return new Ways(
                    zone == null ? null : ZoneId.of(zone),
                    row.getBoolean("phone"),
                    row.getBoolean("text_message"),
                    row.getBoolean("email"),
                    row.getBoolean("voicemail"),
                    row.getObject("from_hour", LocalTime.class),
                    row.getObject("until_hour", LocalTime.class),
                    Saying.valueOf(row.getString("saying")));
        }
    }

    /** Takes what enrollment says of a patient. */
    public void changed(PatientChanged patient) {
        var rules = patient.rules();
        sql.update(
                """
                insert into contact_rules
                    (patient_id, zone, phone, text_message, email, voicemail, from_hour, until_hour, saying)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (clinic_id, patient_id) do update
                set zone = excluded.zone, phone = excluded.phone, text_message = excluded.text_message,
                    email = excluded.email, voicemail = excluded.voicemail, from_hour = excluded.from_hour,
                    until_hour = excluded.until_hour, saying = excluded.saying
                """,
                patient.patient().value(),
                patient.zone(),
                rules.phone(),
                rules.textMessage(),
                rules.email(),
                rules.voicemail(),
                rules.from(),
                rules.until(),
                rules.saying().name());
    }

    /** How somebody may be reached, as far as it was heard here. */
    public Optional<Ways> of(PatientId patient) {
        var person = merged.survivorOf(patient).orElse(patient);
        return sql.one("select * from contact_rules where patient_id = ?", Ways::of, person.value());
    }
}
