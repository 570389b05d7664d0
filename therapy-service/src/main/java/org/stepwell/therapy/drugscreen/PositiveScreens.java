package org.stepwell.therapy.drugscreen;

import jakarta.inject.Singleton;
import java.time.Instant;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.database.Sql;
import org.stepwell.therapy.naloxone.UnexpectedOpioids;

/** Whether something was found lately that nobody expected. */
@Singleton
public class PositiveScreens implements UnexpectedOpioids {

    private final Catalogue catalogue;
    private final Sql sql;

    PositiveScreens(Catalogue catalogue, Sql sql) {
        this.catalogue = catalogue;
        this.sql = sql;
    }

    /**
     * Whether an opioid was found in a specimen that was collected since then, presumptive or confirmed, and no prescription explains
     * it. What was confirmed counts in the place of what was presumed, and what was corrected counts no more. Refused, missed and
     * invalid specimens are no positive ones. Kratom is no opioid here.
     */
    @Override
    public boolean opioids(PatientId patient, Instant since) {
        return sql.one("""
                        select 1 from (
                            select distinct on (r.screen_id, r.analyte)
                                r.detected and not r.expected and r.analyte <> all (s.explained) as unexpected
                            from drug_screen s
                            join drug_screen_result r on r.clinic_id = s.clinic_id and r.screen_id = s.id
                            where s.clinic_id = platform.current_clinic() and s.patient_id = ? and s.collected_at >= ?
                                and r.analyte = any (?)
                            order by r.screen_id, r.analyte, r.kind = 'CONFIRMED' desc, r.version desc) counting
                        where unexpected limit 1
                        """, row -> row.getInt(1), patient.value(), since, catalogue.opioids())
                .isPresent();
    }
}
