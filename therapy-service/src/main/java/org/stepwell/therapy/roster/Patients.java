package org.stepwell.therapy.roster;

import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.stepwell.contracts.enrollment.EnrollmentState.CareTeamChanged;
import org.stepwell.contracts.enrollment.EnrollmentState.PatientChanged;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.access.PatientsHere;
import org.stepwell.platform.database.Sql;

/** The patients of the clinic; their names stay sealed. */
@Singleton
public class Patients implements PatientsHere {

    private final Sql sql;

    Patients(Sql sql) {
        this.sql = sql;
    }

    /** Somebody spoke of this patient, who thereby is one of the clinic's. */
    public void mentioned(PatientId patient) {
        sql.update("insert into patient (id) values (?) on conflict do nothing", patient.value());
    }

    /** Takes what enrollment says of a patient. */
    public void changed(PatientChanged patient) {
        sql.update("""
                insert into patient (id, contact) values (?, ?)
                on conflict (clinic_id, id) do update set contact = excluded.contact
                """, patient.patient().value(), patient.contact());
    }

    /** Takes who treats a patient: the primary clinician, or nobody where there is none. */
    public void treatedBy(CareTeamChanged team) {
        sql.update(
                """
                insert into patient (id, primary_clinician_id) values (?, ?)
                on conflict (clinic_id, id) do update set primary_clinician_id = excluded.primary_clinician_id
                """,
                team.patient().value(),
                team.members().stream()
                        .filter(member -> member.role() == CareTeamChanged.Role.PRIMARY_CLINICIAN)
                        .map(member -> member.staff().value())
                        .findFirst()
                        .orElse(null));
    }

    /** The patient's primary clinician who works here; none where the patient is the supervisors' to look after. */
    public Optional<StaffId> primaryClinician(PatientId patient) {
        return sql.one("""
                select s.id from patient p
                join staff s on s.clinic_id = p.clinic_id and s.id = p.primary_clinician_id and s.active
                where p.clinic_id = platform.current_clinic() and p.id = ?
                """, row -> new StaffId(row.getObject("id", UUID.class)), patient.value());
    }

    @Override
    public void mustKnow(PatientId patient) {
        if (sql.one("select 1 from patient where id = ?", row -> row.getInt(1), patient.value())
                .isEmpty()) {
            throw new NotFoundException();
        }
    }

    /** Whoever looks at all that is known of a patient before they write does so alone, until their transaction ends. */
    public void alone(PatientId patient) {
        if (sql.one("""
                        select 1 from patient
                        where clinic_id = platform.current_clinic() and id = ? for no key update
                        """, row -> row.getInt(1), patient.value()).isEmpty()) {
            throw new NotFoundException();
        }
    }

    /** The sealed contact blocks of these patients, as far as enrollment has sent them. */
    public Map<PatientId, String> contacts(Collection<PatientId> patients) {
        record Contact(PatientId patient, String sealed) {}
        return sql
                .list(
                        "select id, contact from patient where id = any (?) and contact is not null",
                        row -> new Contact(new PatientId(row.getObject("id", UUID.class)), row.getString("contact")),
                        (Object) patients.stream().map(PatientId::value).toArray(UUID[]::new))
                .stream()
                .collect(Collectors.toMap(Contact::patient, Contact::sealed));
    }
}
