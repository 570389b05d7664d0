package org.stepwell.scheduling.fidelity;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.stepwell.contracts.code.BillingUnit;
import org.stepwell.contracts.code.Modality;
import org.stepwell.contracts.code.RuleSet;
import org.stepwell.contracts.enrollment.EnrollmentState.AuthorizationChanged;
import org.stepwell.contracts.enrollment.EnrollmentState.AuthorizationChanged.PayerRules;
import org.stepwell.contracts.id.AuthorizationId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.PayerId;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.time.Due;
import org.stepwell.scheduling.columns.Columns;
import org.stepwell.scheduling.enrolled.RuleSetText;

/**
 * What payers approved: it bounds the sessions that somebody is offered, and says what else a week is held against. Nobody is
 * kept out of a session by it.
 */
@Singleton
public class Approvals {

    private static final String APPROVED = """
            select a.id, a.patient_id, a.unit, a.units, r.payer_id, r.first_day, r.last_day, r.rules, r.apart
            from approval a
            join approval_rules r on r.clinic_id = a.clinic_id and r.approval_id = a.id
            where a.clinic_id = platform.current_clinic() and a.patient_id = any (?)
              and a.last_day >= ? and r.last_day >= ? and r.first_day <= ?
            order by a.id, r.first_day
            """;

    private final RuleSetText texts;
    private final Due due;
    private final Sql sql;

    Approvals(RuleSetText texts, Due due, Sql sql) {
        this.texts = texts;
        this.due = due;
        this.sql = sql;
    }

    /**
     * What was approved for some days, and the rules by which they are held.
     *
     * @param id of the approval, of which all days use the same units
     */
    record Approved(
            AuthorizationId id,
            PatientId patient,
            PayerId payer,
            BillingUnit unit,
            int units,
            LocalDate from,
            LocalDate to,
            RuleSet rules,
            Set<Modality> apart) {

        boolean holds(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }

    /** Takes what enrollment says of an approval; an older word changes nothing. */
    public void changed(AuthorizationChanged said) {
        int taken = sql.update(
                """
                insert into approval as known (id, patient_id, version, unit, units, first_day, last_day)
                values (?, ?, ?, ?, ?, ?, ?)
                on conflict (clinic_id, id) do update
                set patient_id = excluded.patient_id, version = excluded.version, unit = excluded.unit,
                    units = excluded.units, first_day = excluded.first_day, last_day = excluded.last_day
                where known.version <= excluded.version
                """,
                said.authorization().value(),
                said.patient().value(),
                said.version(),
                said.unit().name(),
                said.units(),
                said.from(),
                said.to());
        if (taken == 1) {
            replaceRules(said);
            due.now(ApprovedWeeks.KIND, said.patient());
        }
    }

    private void replaceRules(AuthorizationChanged said) {
        sql.update(
                "delete from approval_rules where clinic_id = platform.current_clinic() and approval_id = ?",
                said.authorization().value());
        var rules = said.rules();
        sql.update(
                """
                insert into approval_rules (approval_id, payer_id, first_day, last_day, rules, apart)
                select ?, ?, said.first_day, said.last_day, said.rules::jsonb, string_to_array(said.apart, ' ')
                from unnest(?, ?, ?, ?) as said(first_day, last_day, rules, apart)
                """,
                said.authorization().value(),
                said.payer().value(),
                rules.stream().map(PayerRules::from).toArray(LocalDate[]::new),
                rules.stream().map(PayerRules::to).toArray(LocalDate[]::new),
                rules.stream().map(one -> texts.write(one.ruleSet())).toArray(String[]::new),
                rules.stream()
                        .map(one -> one.apart().stream().map(Modality::name).collect(Collectors.joining(" ")))
                        .toArray(String[]::new));
    }

    /** What was approved of a duplicate was approved of the patient. */
    public void merged(PatientId survivor, PatientId duplicate) {
        sql.update(
                "update approval set patient_id = ? where clinic_id = platform.current_clinic() and patient_id = ?",
                survivor.value(),
                duplicate.value());
        due.now(ApprovedWeeks.KIND, survivor);
    }

    /** What holds on days from one to another. */
    List<Approved> of(Collection<PatientId> patients, LocalDate from, LocalDate through) {
        var reader = texts.reader();
        return sql.list(APPROVED, row -> read(row, reader), Columns.uuids(patients), from, from, through);
    }

    private static Approved read(ResultSet row, RuleSetText.Reader reader) throws SQLException {
        return new Approved(
                Columns.id(row, "id", AuthorizationId::new),
                Columns.id(row, "patient_id", PatientId::new),
                Columns.id(row, "payer_id", PayerId::new),
                BillingUnit.valueOf(row.getString("unit")),
                row.getInt("units"),
                Columns.day(row, "first_day"),
                Columns.day(row, "last_day"),
                reader.read(row.getString("rules")),
                Columns.texts(row, "apart").stream().map(Modality::valueOf).collect(Collectors.toSet()));
    }
}
