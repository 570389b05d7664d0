package org.stepwell.platform.message;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.Saying;
import org.stepwell.contracts.enrollment.ContactBlock;
import org.stepwell.contracts.enrollment.EnrollmentState.PatientChanged;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.access.MergedPatients;
import org.stepwell.platform.database.Sql;

/** How the patients of a clinic may be written to, as enrollment last said it. */
@Singleton
public class PatientContacts {

    private final ContactSeal seal;
    private final MergedPatients merged;
    private final Sql sql;

    PatientContacts(ContactSeal seal, MergedPatients merged, Sql sql) {
        this.seal = seal;
        this.merged = merged;
        this.sql = sql;
    }

    /** Takes what enrollment says of a patient; within a transaction of their clinic. */
    public void changed(PatientChanged patient) {
        var rules = patient.rules();
        sql.update(
                """
                insert into platform.patient_contact
                    (patient_id, language, zone, text_message, email, from_hour, until_hour, saying, contact)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (clinic_id, patient_id) do update
                set language = excluded.language, zone = excluded.zone, text_message = excluded.text_message,
                    email = excluded.email, from_hour = excluded.from_hour, until_hour = excluded.until_hour,
                    saying = excluded.saying, contact = excluded.contact
                """,
                patient.patient().value(),
                patient.language(),
                patient.zone(),
                rules.textMessage(),
                rules.email(),
                rules.from(),
                rules.until(),
                rules.saying().name(),
                patient.contact());
    }

    /** How somebody may be written to now, as far as it was heard here. */
    public Optional<PatientContact> of(PatientId patient) {
        var person = merged.survivorOf(patient).orElse(patient);
        return sql.one("""
                select * from platform.patient_contact
                where clinic_id = platform.current_clinic() and patient_id = ?
                """, row -> read(person, row), person.value());
    }

    private PatientContact read(PatientId patient, ResultSet row) throws SQLException {
        boolean texts = row.getBoolean("text_message");
        boolean mails = row.getBoolean("email");
        @Nullable ContactBlock block = texts || mails ? seal.open(patient, row.getString("contact")) : null;
        @Nullable String zone = row.getString("zone");
        @Nullable LocalTime from = row.getObject("from_hour", LocalTime.class);
        @Nullable LocalTime until = row.getObject("until_hour", LocalTime.class);
        return new PatientContact(
                row.getString("language"),
                zone == null ? null : ZoneId.of(zone),
                texts && block != null ? block.phone() : null,
                mails && block != null ? block.email() : null,
                from == null || until == null ? null : new PatientContact.Hours(from, until),
                Saying.valueOf(row.getString("saying")));
    }
}
