package org.stepwell.platform.message;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.enrollment.ContactBlock;
import org.stepwell.contracts.enrollment.EnrollmentState.PatientChanged;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.access.MergedPatients;
import org.stepwell.platform.database.Sql;

/** How the patients of a clinic may be reached, as enrollment last said it. */
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
                    (patient_id, language, zone, phone, voicemail, text_message, email, from_hour, until_hour, saying, contact)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (clinic_id, patient_id) do update
                set language = excluded.language, zone = excluded.zone, phone = excluded.phone,
                    voicemail = excluded.voicemail, text_message = excluded.text_message, email = excluded.email, from_hour = excluded.from_hour, until_hour = excluded.until_hour,
                    saying = excluded.saying, contact = excluded.contact
                """,
                patient.patient().value(),
                patient.language(),
                patient.zone(),
                rules.phone(),
                rules.voicemail(),
                rules.textMessage(),
                rules.email(),
                rules.from(),
                rules.until(),
                rules.saying().name(),
                patient.contact());
    }

    /** How somebody may be written to now, as far as it was heard here. */
    public Optional<PatientContact> of(PatientId patient) {
        return row(patient, row -> {
            var ways = PatientWays.of(row);
            @Nullable ContactBlock block = ways.texts() || ways.mails() ? open(patient, row) : null;
            return ways.contact(
                    ways.texts() && block != null ? block.phone() : null,
                    ways.mails() && block != null ? block.email() : null);
        });
    }

    /** By which ways somebody is reached without harm, and when; without their numbers, which stay sealed. */
    public Optional<PatientWays> ways(PatientId patient) {
        return row(patient, PatientWays::of);
    }

    /** The number of somebody whom one may call, or write text messages to. */
    public Optional<String> number(PatientId patient) {
        return row(patient, row -> {
                    var ways = PatientWays.of(row);
                    return Optional.ofNullable(
                            ways.calls() || ways.texts() ? open(patient, row).phone() : null);
                })
                .flatMap(number -> number);
    }

    /** Who somebody is, for whoever may be told; as far as it was heard here. */
    public Optional<ContactBlock> who(PatientId patient) {
        return row(patient, row -> open(patient, row));
    }

    private <T> Optional<T> row(PatientId patient, Sql.Reader<T> reader) {
        return sql.one("""
                select * from platform.patient_contact
                where clinic_id = platform.current_clinic() and patient_id = ?
                """, reader, person(patient).value());
    }

    private ContactBlock open(PatientId patient, ResultSet row) throws SQLException {
        return seal.open(person(patient), row.getString("contact"));
    }

    private PatientId person(PatientId patient) {
        return merged.survivorOf(patient).orElse(patient);
    }
}
